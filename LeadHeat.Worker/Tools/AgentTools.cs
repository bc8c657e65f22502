using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Worker.Tools;

/// <summary>What an agent can do, as plain methods. Each leaves what it found in its turn.</summary>
internal sealed class AgentTools(Inventory inventory, LeadHeatClient api)
{
    [Description("Reads a budget from the visitor's words: amount, currency and period. Never convert or compute amounts yourself.")]
    public static NormalizedBudget NormalizeBudget(
        AgentTurn turn,
        [Description("The visitor's words about money, unchanged: 'under 2 Cr', '1.5-2M AED'."), StringLength(300, MinimumLength = 1)] string text)
    {
        var budget = BudgetNormalizer.Normalize(text, turn.Planned.Playbook, turn.Planned.Facts, turn.Context.ReceivedAt);
        turn.Findings = turn.Findings.With(new ToolWish(ToolNames.NormalizeBudget, Text: text), budget);
        return budget ?? throw new ToolException("There is no certain amount in these words. Ask the visitor.");
    }

    [Description("Finds the right names of places as the visitor wrote them, and the areas near them.")]
    public static GeoMatch MatchPlaces(
        AgentTurn turn,
        [Description("A city, as written."), StringLength(100)] string? city = null,
        [Description("Areas or neighbourhoods, as written."), MaxLength(10)] IReadOnlyList<string>? areas = null)
    {
        var places = GeoMatcher.Match(turn.Planned.Playbook, city, areas ?? []);
        turn.Findings = turn.Findings.With(new ToolWish(ToolNames.GeoMatch, City: city, Areas: areas), places);
        return places;
    }

    [Description("Searches what can be sold. Show the visitor only what it finds. Leave out what the visitor did not say.")]
    public async Task<SearchFinding> SearchInventoryAsync(
        AgentTurn turn,
        [Description("The city's right name."), StringLength(100)] string? city = null,
        [Description("Right names of areas; any of them fits."), MaxLength(10)] IReadOnlyList<string>? areas = null,
        [Description("Types, like apartment or villa; any of them fits."), MaxLength(10)] IReadOnlyList<string>? types = null,
        [Description("At least so many bedrooms; 0 is a studio."), Range(0, 20)] decimal? bedsMin = null,
        [Description("At most so many bedrooms."), Range(0, 20)] decimal? bedsMax = null,
        [Description("Lowest price, in the currency."), Range(0, 1e12)] decimal? priceMin = null,
        [Description("Highest price, in the currency."), Range(0, 1e12)] decimal? priceMax = null,
        [Description("ISO 4217 code of the prices: INR, AED."), StringLength(3, MinimumLength = 3)] string? currency = null,
        [Description("Words that must stand in the description."), StringLength(100)] string? text = null,
        SearchPurpose purpose = SearchPurpose.Fits,
        CancellationToken cancellationToken = default)
    {
        var query = new UnitQuery(
            city, Some(areas), Some(types), bedsMin, bedsMax, priceMin, priceMax, currency, string.IsNullOrWhiteSpace(text) ? null : text,
            Limit: UnitWishes.LimitOf(purpose));
        var wish = new ToolWish(ToolNames.InventorySearch, Query: query, Purpose: purpose);
        if (turn.Before is { } before)
            return Again(turn, wish, before);
        try
        {
            var page = await inventory.SearchAsync(query, cancellationToken);
            var found = SearchFinding.Of(wish, page.Items, turn.Planned.Facts, turn.Planned.Playbook);
            turn.Findings = turn.Findings.With(wish, found);
            return found;
        }
        catch (LeadHeatException refused)
        {
            turn.Findings = turn.Findings.With(wish, search: null);
            throw new ToolException($"The inventory cannot be searched now: {refused.Title}");
        }
    }

    /// <summary>What the inventory answered when the turn was run first: it may hold other units by now.</summary>
    private static SearchFinding Again(AgentTurn turn, ToolWish wish, RecordedTool before)
    {
        var finding = before.Ok ? JsonSerializer.Deserialize(before.Result, ToolJson.Default.SearchFinding) : null;
        turn.Findings = turn.Findings.With(wish, finding);
        return finding ?? throw new ToolException(JsonSerializer.Deserialize(before.Result, ToolJson.Default.ToolFault)!.Error);
    }

    private static KnowledgeFinding KnowledgeAgain(AgentTurn turn, ToolWish wish, RecordedTool before)
    {
        var finding = before.Ok ? JsonSerializer.Deserialize(before.Result, ToolJson.Default.KnowledgeFinding) : null;
        turn.Findings = turn.Findings.With(wish, finding?.Hits);
        return finding ?? throw new ToolException(JsonSerializer.Deserialize(before.Result, ToolJson.Default.ToolFault)!.Error);
    }

    [Description("Searches the business's documents for what answers a question. Say only what the passages say.")]
    public async Task<KnowledgeFinding> SearchKnowledgeAsync(
        AgentTurn turn,
        [Description("The question, in the visitor's words."), StringLength(1000, MinimumLength = 3)] string text,
        CancellationToken cancellationToken = default)
    {
        var wish = new ToolWish(ToolNames.KnowledgeSearch, Text: text);
        if (turn.Before is { } before)
            return KnowledgeAgain(turn, wish, before);
        try
        {
            var answer = await api.SearchKnowledgeAsync(new(text, turn.Planned.Playbook.Name, Fallback: SearchFallback.Local), cancellationToken);
            turn.Findings = turn.Findings.With(wish, answer.Hits);
            return new(text, answer.Hits);
        }
        catch (LeadHeatException refused)
        {
            turn.Findings = turn.Findings.With(wish, passages: null);
            throw new ToolException($"The documents cannot be searched now: {refused.Title}");
        }
    }

    [Description("Looks up what this visitor said earlier, also in conversations that you cannot see: 'which school did you mention?'.")]
    public async Task<LeadMemories> RecallAsync(
        AgentTurn turn,
        [Description("What to look for, in a few words."), StringLength(300, MinimumLength = 2)] string text,
        CancellationToken cancellationToken = default)
    {
        try
        {
            // The lead is the turn's own, never one that a model names.
            return await api.RecallAsync(turn.Context.LeadId, text, cancellationToken: cancellationToken);
        }
        catch (LeadHeatException refused)
        {
            throw new ToolException($"It cannot be looked up now: {refused.Title}");
        }
    }

    [Description("Notes the facts that you found in the visitor's messages, each with the exact words it came from, and has the lead scored. Call it once before you answer.")]
    public static object ScoreLead(
        AgentTurn turn,
        [Description("What the visitor said: field, value, and the words quoted exactly from the visitor's message."), MaxLength(20)] IReadOnlyList<FoundFact>? facts = null,
        [Description("The field that your answer will ask for, if it asks for one."), StringLength(50)] string? asks = null)
    {
        if (facts is null && asks is null)
            return turn.Score();
        var (taken, refused) = QuotedFacts.Verify(facts ?? [], turn.Planned);
        turn.Learn(taken);
        turn.Asks = asks is not null && turn.Planned.Playbook.Field(asks) is not null ? asks : null;
        return new ScoreAnswer(turn.Score(), [.. turn.Planned.Facts.Select(fact => $"{fact.Field}: {fact.Display}")], refused);
    }

    [Description("Hands the conversation to a person of the team: when the visitor asks for one, is upset, or you cannot help. The visitor is told in fixed words.")]
    public static ToolNote HandOver(
        AgentTurn turn,
        [Description("Why, in one short sentence for the team."), StringLength(200, MinimumLength = 3)] string reason)
    {
        turn.HandoverReason = reason;
        return new("A person takes over. Say nothing more.");
    }

    private static IReadOnlyList<string>? Some(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
