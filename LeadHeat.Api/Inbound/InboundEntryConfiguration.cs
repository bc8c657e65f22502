using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Inbound;

internal sealed class InboundEntryConfiguration : IEntityTypeConfiguration<InboundEntry>
{
    public void Configure(EntityTypeBuilder<InboundEntry> builder)
    {
        builder.ToTable("inbound");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Headers).HasColumnType("jsonb");
    }
}
