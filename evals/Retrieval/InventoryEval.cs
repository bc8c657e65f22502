using LeadHeat.Api.Demo;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Retrieval;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Retrieval;

/// <summary>Searches the demo's inventory in buyers' words, as <c>POST /api/inventory/search</c> does.</summary>
internal sealed class InventoryEval
{
    public const string Found = "inventory hit@3";
    public const string Facts = "inventory hard facts";

    private const int Shown = 3;
    private const int Asked = 10;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    private readonly Playbook _playbook;
    private readonly UnitTable _table;
    private readonly LocalEmbedder _embedder;
    private readonly SegmentedIndex<UnitRow> _index;
    private readonly Vocabulary _vocabulary = new();
    private readonly Synonyms _synonyms;

    public InventoryEval(Playbook playbook)
    {
        var vocabulary = _vocabulary;
        _playbook = playbook;
        _synonyms = Documents.SynonymsOf(playbook.Name);
        _table = new UnitTable(DemoInventory.Create(Now).Select(unit => new UnitRow(unit, vocabulary)), vocabulary);
        _embedder = LocalEmbedder.Train(
            [.. _table.Rows.OrderBy(row => row.Unit.ExternalId, StringComparer.Ordinal).Select(row => row.Fields)], RelatedWords.Thesaurus, EmbedderKind.Listings);
        _index = new([.. _table.Rows.Select(row => new IndexRow<UnitRow>(row, row.Fields, vocabulary, _embedder.Embed(row.Fields)))], vocabulary, LocalEmbedder.Dimensions);
    }

    public IReadOnlyList<Finding> Run(IReadOnlyList<InventoryCase> cases) => [.. cases.SelectMany(Compare)];

    private IEnumerable<Finding> Compare(InventoryCase one)
    {
        var hits = Search(one.Query);
        var must = new UnitMatcher(one.Must);
        var broken = hits.FirstOrDefault(hit => !must.Fits(hit));
        yield return Of(one, Facts, null, broken is null ? null : Describe(broken), broken is null);
        if (one.None)
            yield break;
        var hit = hits.Take(Shown).FirstOrDefault(hit => must.Fits(hit) && (one.Wanted.Count == 0 || hit.Unit.Features.Intersect(one.Wanted).Any()));
        yield return Of(one, Found, one.Wanted.Count == 0 ? "a home that fits" : string.Join(" or ", one.Wanted), hits.Count == 0 ? null : Describe(hit ?? hits[0]), hit is not null);
    }

    private List<UnitRow> Search(string query)
    {
        var (filters, text, _) = SearchReader.Read(query, new(), _playbook, Now);
        var matcher = new UnitMatcher(filters);
        var synonyms = _synonyms.Of(text);
        var found = _index.Search(text, _embedder.EmbedQuestion(text, synonyms), SearchMode.Hybrid, UnitWish.Candidates, matcher.Fits);
        List<UnitRow> hits = [.. new UnitWish(text, synonyms, _vocabulary).Order(found, Asked).Select(hit => hit.Row.Item)];
        hits.AddRange(_table.Rows.Where(row => !hits.Contains(row) && matcher.Fits(row)).Take(Asked - hits.Count));
        return hits;
    }

    private static string Describe(UnitRow row) => $"{row.Unit.ExternalId}: {row.Unit.Beds:0.#} bed {row.Unit.Type} in {row.Unit.Area}, {Money.Format(row.Unit.Price, row.Unit.Currency)}";

    private static Finding Of(InventoryCase one, string field, string? expected, string? found, bool isRight) =>
        new(one.Id, field, field, "plain", one.Query, expected, found, isRight);
}
