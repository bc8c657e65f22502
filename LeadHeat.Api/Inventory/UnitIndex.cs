using LeadHeat.Api.Data;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>
/// The inventory in memory, as Postgres has it: to be found by hard facts and by words at once, and by meaning a moment later, when
/// the embedder has looked at what is new.
/// </summary>
internal sealed class UnitIndex(NpgsqlDataSource database, Thesaurus thesaurus, TimeProvider clock, ILogger<UnitIndex> logger)
    : ChangeFollower(database, clock, logger)
{
    // A fifth of other units, and the embedder learns anew.
    private const int Fifth = 5;

    // So few are embedded while somebody waits for them.
    private const int FewChanges = 1_000;

    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<Guid, (ulong Changed, IndexRow<UnitRow> Row)> _rows = [];
    private int _sinceTraining;
    private View _view = new(UnitTable.Empty, new([], new(), LocalEmbedder.Dimensions), LocalEmbedder.Train([], Thesaurus.None, EmbedderKind.Listings));

    /// <summary>All available units as of now.</summary>
    public UnitTable Table => _view.Table;

    protected override string Query => $"select {UnitRows.Columns}, u.changed from units u where u.changed >= $1";

    /// <summary>The units that fit a text best, of those that a matcher lets through.</summary>
    /// <param name="synonyms">Other words for those of the text.</param>
    public IReadOnlyList<IndexHit<UnitRow>> Search(string text, string synonyms, SearchMode mode, int count, UnitMatcher matcher)
    {
        var view = _view;
        if (mode != SearchMode.Hybrid)
            return view.Text.Search(text, mode == SearchMode.Lexical ? [] : view.Embedder.EmbedQuestion(text), mode, count, matcher.Fits);
        var hits = view.Text.Search(text, view.Embedder.EmbedQuestion(text, synonyms), mode, Math.Max(count, UnitWish.Candidates), matcher.Fits);
        return new UnitWish(text, synonyms, _vocabulary).Order(hits, count);
    }

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var changes = 0;
        HashSet<UnitRow> leave = [];
        List<IndexRow<UnitRow>> come = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            var (id, number) = (rows.GetGuid(0), rows.GetFieldValue<ulong>(UnitRows.Count));
            if (_rows.TryGetValue(id, out var known) && known.Changed == number)
                continue;
            var row = new UnitRow(UnitRows.Read(rows), _vocabulary);
            if (known.Row is { } old && old.Item.Unit.Available)
                leave.Add(old.Item);
            var indexed = new IndexRow<UnitRow>(row, row.Fields, _vocabulary, changes++ < FewChanges ? _view.Embedder.Embed(row.Fields) : []);
            _rows[id] = (number, indexed);
            if (row.Unit.Available)
                come.Add(indexed);
        }

        _sinceTraining += changes;
        if (changes > FewChanges || (changes > 0 && changes * Fifth >= _rows.Count))
            Publish(_view.Embedder);
        else if (changes > 0)
            _view = _view.With(leave, come);
    }

    protected override async Task RefineAsync(CancellationToken cancellationToken)
    {
        if (_sinceTraining == 0 || _sinceTraining * Fifth < _rows.Count)
        {
            // The little segment has grown: one big one again, while searches go on over both.
            if (_view.Text.Changes > FewChanges)
                await AloneAsync(() => Publish(_view.Embedder), cancellationToken);
            return;
        }

        var rows = await AloneAsync(() => (_sinceTraining = 0, _rows.Values.Select(entry => entry.Row).ToArray()).Item2, cancellationToken);
        var embedder = LocalEmbedder.Train([.. rows.OrderBy(row => row.Item.Unit.ExternalId, StringComparer.Ordinal).Select(row => row.Fields)], thesaurus, EmbedderKind.Listings);
        var embedded = rows.ToDictionary(row => row.Item, row => embedder.Embed(row.Fields));
        await AloneAsync(() => Publish(embedder, embedded), cancellationToken);
    }

    // What changed meanwhile is not among the embedded.
    private bool Publish(LocalEmbedder embedder, Dictionary<UnitRow, float[]> embedded)
    {
        foreach (var (id, (changed, row)) in _rows.ToArray())
            _rows[id] = (changed, row.With(embedded.GetValueOrDefault(row.Item) ?? embedder.Embed(row.Fields)));
        return Publish(embedder);
    }

    private bool Publish(LocalEmbedder embedder)
    {
        var table = new UnitTable(_rows.Values.Select(entry => entry.Row.Item), _vocabulary);
        _view = new(table, new([.. table.Rows.Select(row => _rows[row.Unit.Id].Row)], _vocabulary, LocalEmbedder.Dimensions), embedder);
        return true;
    }

    private sealed record View(UnitTable Table, SegmentedIndex<UnitRow> Text, LocalEmbedder Embedder)
    {
        public View With(IReadOnlySet<UnitRow> leave, IReadOnlyCollection<IndexRow<UnitRow>> come) =>
            new(Table.With(leave, [.. come.Select(row => row.Item)]), Text.With(leave, come), Embedder);
    }
}
