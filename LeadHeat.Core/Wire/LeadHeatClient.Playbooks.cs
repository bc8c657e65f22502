using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>The businesses of this installation, by title.</summary>
    public Task<IReadOnlyList<PlaybookSummary>> GetPlaybooksAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Playbooks, Json.IReadOnlyListPlaybookSummary, cancellationToken);

    /// <summary>All that a playbook tells the agent.</summary>
    public Task<PlaybookView> GetPlaybookAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Playbooks}/{Uri.EscapeDataString(name)}", Json.PlaybookView, cancellationToken);
}
