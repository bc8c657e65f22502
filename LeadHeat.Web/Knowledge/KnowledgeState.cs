using LeadHeat.Core.Knowledge;

namespace LeadHeat.Web.Knowledge;

/// <summary>What the page was rendered from.</summary>
public sealed record KnowledgeSnapshot(KnowledgeDocuments Known, IReadOnlyList<KnowledgeHit>? Hits);

/// <param name="Count">How many documents.</param>
public sealed record KindOfDocument(string Name, int Count);

/// <summary>The documents that are shown, by collection and category, and the answers to a question.</summary>
public sealed class KnowledgeState
{
    /// <summary>Null while they are fetched.</summary>
    public IReadOnlyList<KnowledgeDocument>? Documents { get; private set; }

    /// <summary>Null when nothing was asked.</summary>
    public IReadOnlyList<KnowledgeHit>? Hits { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>The collections that are not searched as they should be: what is wrong with them, or how far they are.</summary>
    public IReadOnlyList<CollectionIndexing> Unready { get; private set; } = [];

    public IReadOnlyList<KindOfDocument> Collections => Kinds(Documents ?? [], document => document.Collection);

    public IReadOnlyList<KindOfDocument> CategoriesOf(string collection) => Kinds(Shown(collection, null), document => document.Category);

    public IReadOnlyList<KnowledgeDocument> Shown(string? collection, string? category) => [.. (Documents ?? [])
        .Where(document => (collection is null || document.Collection == collection) && (category is null || document.Category == category))];

    public void Show(KnowledgeSnapshot snapshot)
    {
        (Documents, Hits, Fault) = (snapshot.Known.Items, snapshot.Hits, null);
        Unready = [.. snapshot.Known.Collections.Where(collection => collection.State != IndexingState.Ready)];
    }

    /// <summary>What was shown stays.</summary>
    public void Fail(string fault) => Fault = fault;

    public void Forget(Guid id) => Documents = [.. (Documents ?? []).Where(document => document.Id != id)];

    private static IReadOnlyList<KindOfDocument> Kinds(IReadOnlyList<KnowledgeDocument> documents, Func<KnowledgeDocument, string> kind) =>
        [.. documents.GroupBy(kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new KindOfDocument(group.Key, group.Count()))];
}
