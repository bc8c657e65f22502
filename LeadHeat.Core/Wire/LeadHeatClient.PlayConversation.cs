using LeadHeat.Core.Playground;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>Plays visitor messages through the whole agent without storing anything; for admins.</summary>
    public Task<PlayedConversation> PlayConversationAsync(PlayConversation conversation, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.PlayConversation, conversation, Json.PlayConversation, Json.PlayedConversation, cancellationToken);
}
