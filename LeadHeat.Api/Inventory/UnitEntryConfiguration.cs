using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Inventory;

internal sealed class UnitEntryConfiguration : IEntityTypeConfiguration<UnitEntry>
{
    public void Configure(EntityTypeBuilder<UnitEntry> builder)
    {
        builder.ToTable("units");
        builder.Property(unit => unit.Id).ValueGeneratedNever();
    }
}
