using LeadHeat.Api.Data;
using LeadHeat.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Scoring;

internal sealed class QualificationEntryConfiguration : IEntityTypeConfiguration<QualificationEntry>
{
    public void Configure(EntityTypeBuilder<QualificationEntry> builder)
    {
        builder.ToTable("qualifications");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Reasons).HasJsonDocument(LeadHeatJson.Default.IReadOnlyListString);
        builder.HasJsonList(entry => entry.TopMatches, "top_matches");
    }
}
