using LeadHeat.Api.Data;
using LeadHeat.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Leads;

internal sealed class LeadProfileConfiguration : IEntityTypeConfiguration<LeadProfile>
{
    public void Configure(EntityTypeBuilder<LeadProfile> builder)
    {
        builder.ToTable("lead_profiles");
        builder.HasKey(profile => profile.LeadId);
        builder.Property(profile => profile.LeadId).ValueGeneratedNever();
        builder.Property(profile => profile.Facts).HasJsonDocument(LeadHeatJson.Default.IReadOnlyListFact);
    }
}
