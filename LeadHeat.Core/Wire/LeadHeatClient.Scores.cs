using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>A lead's score computed again from what is stored.</summary>
    public Task<ScoreReplay> ReplayScoreAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.ScoreReplay(leadId), Json.ScoreReplay, cancellationToken);
}
