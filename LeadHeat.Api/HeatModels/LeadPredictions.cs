using LeadHeat.Core.HeatModels;

namespace LeadHeat.Api.HeatModels;

/// <summary>What the active model says of a stored lead as it is now.</summary>
internal sealed class LeadPredictions(KnownLeads leads, ActiveHeatModel active)
{
    /// <summary>Null when no model is active, or there is no such lead.</summary>
    public async Task<LeadHeatView?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (active.Current is not { } current || await leads.ReadAsync([id], cancellationToken) is not [var lead])
            return null;
        var prediction = current.Model.Explain(lead.Features);
        return new(
            current.Id, current.Version, prediction.Probability, prediction.Base, prediction.Rank,
            lead.Score is { } score ? current.Model.CardRankOf(score) : null, prediction.Factors);
    }
}
