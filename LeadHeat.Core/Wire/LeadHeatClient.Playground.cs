using LeadHeat.Core.Playground;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>The businesses that can be tried; for admins.</summary>
    public Task<IReadOnlyList<PlaygroundPlaybook>> GetPlaygroundPlaybooksAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Playground + "/playbooks", Json.IReadOnlyListPlaygroundPlaybook, cancellationToken);

    /// <summary>What the language layer reads in one message; for admins.</summary>
    public Task<UnderstoodText> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Playground + "/understand", request, Json.UnderstandRequest, Json.UnderstoodText, cancellationToken);
}
