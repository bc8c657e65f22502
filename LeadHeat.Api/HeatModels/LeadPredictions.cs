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
        var past = current.Model.PlacesOf(lead.Playbook);
        return new(
            current.Id, current.Version, prediction.Probability, prediction.Base, past.OfPrediction(prediction.Probability),
            lead.Score is { } score ? past.OfScore(score) : null, prediction.Factors);
    }
}
