using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>What the tools of a turn have answered so far. A tool that failed leaves its member empty.</summary>
/// <param name="Searches">In the order asked.</param>
/// <param name="Done">The wishes that were run, also those that failed: none is wished twice.</param>
/// <param name="Passages">What the documents say, in the order asked.</param>
public sealed record ToolFindings(
    NormalizedBudget? Budget,
    GeoMatch? Places,
    IReadOnlyList<SearchFinding> Searches,
    LeadScoreResult? Score,
    IReadOnlyList<ToolWish> Done,
    IReadOnlyList<KnowledgeFinding> Passages)
{
    /// <summary>Nothing yet.</summary>
    public static readonly ToolFindings None = new(null, null, [], null, [], []);

    /// <summary>Whether such a tool was run.</summary>
    public bool HasRun(string tool) => Done.Any(wish => wish.Tool == tool);

    /// <summary>Whether a search for this purpose was run.</summary>
    public bool HasSearched(SearchPurpose purpose) => Done.Any(wish => wish.Tool == ToolNames.InventorySearch && wish.Purpose == purpose);

    /// <summary>The findings with the result of <c>normalize_budget</c>; null when it failed or found none.</summary>
    public ToolFindings With(ToolWish wish, NormalizedBudget? budget) => this with { Budget = budget ?? Budget, Done = [.. Done, wish] };

    /// <summary>The findings with the result of <c>geo_match</c>.</summary>
    public ToolFindings With(ToolWish wish, GeoMatch? places) => this with { Places = places ?? Places, Done = [.. Done, wish] };

    /// <summary>The findings with the result of <c>inventory_search</c>, made by <see cref="MatchExplainer.Best"/>; null when it failed.</summary>
    public ToolFindings With(ToolWish wish, IReadOnlyList<UnitMatch>? matches) => this with
    {
        Searches = matches is null ? Searches : [.. Searches, new(wish.Purpose, wish.Query!, matches)],
        Done = [.. Done, wish],
    };

    /// <summary>The findings with the result of <c>inventory_search</c>, made by <see cref="SearchFinding.Of"/>; null when it failed.</summary>
    public ToolFindings With(ToolWish wish, SearchFinding? search) => this with
    {
        Searches = search is null ? Searches : [.. Searches, search],
        Done = [.. Done, wish],
    };

    /// <summary>The first search for this purpose; null when there was none.</summary>
    public SearchFinding? Search(SearchPurpose purpose) => Searches.FirstOrDefault(search => search.Purpose == purpose);

    /// <summary>The findings with the result of <c>lead_score</c>.</summary>
    public ToolFindings With(ToolWish wish, LeadScoreResult? score) => this with { Score = score ?? Score, Done = [.. Done, wish] };

    /// <summary>The findings with the result of <c>knowledge_search</c>, best passage first; null when it failed.</summary>
    public ToolFindings With(ToolWish wish, IReadOnlyList<KnowledgeHit>? passages) => this with
    {
        Passages = passages is null ? Passages : [.. Passages, new(wish.Text!, passages)],
        Done = [.. Done, wish],
    };
}

/// <summary>The result of <c>normalize_budget</c>.</summary>
/// <param name="Min">Inclusive; null when open.</param>
/// <param name="Max">Inclusive; null when open.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period"><c>month</c> or <c>year</c> for a rent; null for a total.</param>
/// <param name="Display">As a salesperson says it: <c>up to ₹2 Cr</c>.</param>
public sealed record NormalizedBudget(decimal? Min, decimal? Max, string Currency, string? Period, string Display);

/// <summary>The result of <c>geo_match</c>.</summary>
/// <param name="City">The city that is meant; null when it cannot be told.</param>
/// <param name="Areas">The areas' right names.</param>
/// <param name="Nearby">The closest other areas, nearest first.</param>
/// <param name="Unknown">Words that are no place we serve.</param>
public sealed record GeoMatch(string? City, IReadOnlyList<string> Areas, IReadOnlyList<string> Nearby, IReadOnlyList<string> Unknown);

/// <summary>The result of one <c>inventory_search</c>.</summary>
/// <param name="Matches">Best first; made from units by <see cref="MatchExplainer.Best"/>.</param>
/// <param name="Figures">What units cost, by area; only where the search was for that.</param>
public sealed record SearchFinding(SearchPurpose Purpose, UnitQuery Query, IReadOnlyList<UnitMatch> Matches, IReadOnlyList<AreaFigures>? Figures = null)
{
    /// <summary>What a search found among units that fit its query.</summary>
    public static SearchFinding Of(ToolWish wish, IReadOnlyList<Unit> units, IReadOnlyList<Fact> facts, Playbook playbook) => new(
        wish.Purpose, wish.Query!, MatchExplainer.Best(units, facts, playbook, UnitWishes.KeptOf(wish.Purpose)),
        wish.Purpose is SearchPurpose.Compare or SearchPurpose.Market ? AreaFigures.Of(units, wish.Query!) : null);
}

/// <summary>The result of one <c>knowledge_search</c>.</summary>
/// <param name="Hits">Best first.</param>
public sealed record KnowledgeFinding(string Question, IReadOnlyList<KnowledgeHit> Hits);

/// <summary>The result of <c>lead_score</c>.</summary>
/// <param name="Reasons">Up to five, strongest first.</param>
/// <param name="Missing">Fields that would raise the score, with the most points that each could bring, highest first.</param>
public sealed record LeadScoreResult(
    int Score, bool Qualified, Heat Heat, Recommendation Recommendation, IReadOnlyList<string> Reasons, string NextStep, IReadOnlyList<MissingFact> Missing);

/// <summary>A fact that would raise the score.</summary>
public sealed record MissingFact(string Field, int Points);
