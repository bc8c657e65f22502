using LeadHeat.Api.Knowledge;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Api.Inventory;

/// <summary>Finds units by somebody's own words: hard facts are filters that no hit breaks, the rest ranks.</summary>
internal sealed class UnitFinder(UnitIndex index, PlaybookLibrary playbooks, TimeProvider clock)
{
    // Places and words of all businesses that sell out of the inventory; there is one inventory.
    private readonly Playbook? _playbook = playbooks.All.Where(playbook => playbook.HasInventory).MinBy(playbook => playbook.Name, StringComparer.Ordinal);

    private Synonyms? _synonyms;

    public UnitHits Find(UnitSearchRequest request)
    {
        (UnitFilters filters, string text, IReadOnlyList<string> wishes) = _playbook is null
            ? (request.Filters ?? new(), request.Query ?? "", [])
            : SearchReader.Read(request.Query ?? "", request.Filters ?? new(), _playbook, clock.GetUtcNow());
        var matcher = new UnitMatcher(filters);
        _synonyms ??= _playbook is null ? Synonyms.None : KnowledgeIndex.SynonymsOf(_playbook.Name);
        List<UnitHit> hits = [.. index.Search(text, _synonyms.Of(text), request.Mode, request.K, matcher).Select(hit =>
            new UnitHit(hit.Row.Item.Unit.ExternalId, Math.Round(hit.Score, 4), new(Rounded(hit.Bm25), Rounded(hit.Cosine)), hit.Row.Item.Unit))];
        // What has the facts fits, also where no other word of the text is in it: the cheapest first.
        var found = hits.Select(hit => hit.Unit.Id).ToHashSet();
        hits.AddRange(index.Table.Rows.Where(row => !found.Contains(row.Unit.Id) && matcher.Fits(row)).Take(request.K - hits.Count)
            .Select(row => new UnitHit(row.Unit.ExternalId, 0, new(null, null), row.Unit)));
        string[] missing = [.. wishes.Where(wish => !hits.Exists(hit => hit.Unit.Lists(wish)))];
        return new(hits, filters, missing.Length > 0 ? missing : null);
    }

    private static double? Rounded(float? value) => value is { } known ? Math.Round(known, 4) : null;
}
