using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Scoring;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>
/// Asks the active model for those cards that give points for its probability. For all other cards, and without a model, nothing is read and
/// nothing computed.
/// </summary>
internal sealed class CardModels(ActiveHeatModel active)
{
    /// <summary>What changes when another model becomes active; null without one.</summary>
    public Guid? Current => active.Current?.Id;

    /// <summary>By lead: those of these leads that there are, as they are stored.</summary>
    public async Task<IReadOnlyDictionary<Guid, AskedModel>> OfAsync(
        NpgsqlConnection connection, Guid[] leads, IEnumerable<Scorecard> cards, CancellationToken cancellationToken) =>
        active.Current is { Model: var model } && leads.Length > 0 && cards.Any(card => card.UsesModel)
            ? (await KnownLeads.ReadSeenAsync(connection, leads, cancellationToken)).ToDictionary(lead => lead.Key, lead => new AskedModel(model, lead.Value))
            : System.Collections.Frozen.FrozenDictionary<Guid, AskedModel>.Empty;

    /// <summary>One lead as it is stored; null where the card does not ask.</summary>
    public async Task<AskedModel?> OfAsync(NpgsqlConnection connection, Guid lead, Scorecard card, CancellationToken cancellationToken) =>
        (await OfAsync(connection, [lead], [card], cancellationToken)).GetValueOrDefault(lead);

    /// <summary>A lead that is about to be stored; null where the card does not ask.</summary>
    public AskedModel? Of(Scorecard card, Func<SeenLead> lead) => card.UsesModel && active.Current is { Model: var model } ? new(model, lead()) : null;
}

/// <summary>What a model says of one lead, with whatever facts.</summary>
internal sealed record AskedModel(HeatModel Model, SeenLead Lead)
{
    /// <param name="heard">The dialogue as it is just being stored, and when; null where what is stored holds.</param>
    public double Probability(IReadOnlyList<Fact> facts, (DialogueState, DateTimeOffset)? heard = null) => Model.Predict(Lead.With(facts, heard).Features);
}
