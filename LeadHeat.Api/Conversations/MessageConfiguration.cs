using LeadHeat.Api.Data;
using LeadHeat.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Conversations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Chips).HasJsonDocument(LeadHeatJson.Default.IReadOnlyListString);
        builder.HasJsonList(message => message.Cards, "cards");
        builder.HasJsonList(message => message.Tools, "tools");
    }
}
