using LeadHeat.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Turns;

internal sealed class TurnConfiguration : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turns");
        builder.Property(turn => turn.Id).ValueGeneratedNever();
        builder.Property(turn => turn.Outcome).HasJsonDocument(TurnJson.Default.TurnEnd);
    }
}
