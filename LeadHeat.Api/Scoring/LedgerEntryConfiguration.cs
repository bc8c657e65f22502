using LeadHeat.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Scoring;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("score_ledger");
        builder.HasKey(line => new { line.QualificationId, line.Position });
        builder.Property(line => line.QualificationId).ValueGeneratedNever();
        builder.Property(line => line.Position).ValueGeneratedNever();
        builder.HasJsonList(line => line.Evidence, "evidence");
    }
}
