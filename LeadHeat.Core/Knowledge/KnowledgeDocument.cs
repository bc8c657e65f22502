namespace LeadHeat.Core.Knowledge;

/// <summary>A document that answers rest on.</summary>
/// <param name="Collection">Whose documents: a playbook's name, or any other word.</param>
/// <param name="Category">What kind within the collection: <c>pricing</c>, <c>law</c> …</param>
/// <param name="Title">The first heading, else the file's name.</param>
/// <param name="Source">The file's name; uploading it again to the collection replaces the document.</param>
/// <param name="MediaType"><c>text/markdown</c>, <c>text/plain</c> or <c>application/pdf</c>.</param>
/// <param name="Bytes">The size of the file.</param>
/// <param name="Characters">The length of the text in UTF-16 units.</param>
/// <param name="Chunks">How many passages can be found in it.</param>
/// <param name="Shipped">Whether it came with a playbook.</param>
public sealed record KnowledgeDocument(
    Guid Id,
    string Collection,
    string Category,
    string Title,
    string Source,
    string MediaType,
    int Bytes,
    int Characters,
    int Chunks,
    bool Shipped,
    DateTimeOffset UpdatedAt);

/// <summary>The documents of a list, by collection, category and title.</summary>
/// <param name="Collections">How far each collection that has documents is indexed, by name.</param>
public sealed record KnowledgeDocuments(IReadOnlyList<KnowledgeDocument> Items, IReadOnlyList<CollectionIndexing> Collections);

/// <summary>A document with its text, into which citations and hits point.</summary>
public sealed record KnowledgeText(KnowledgeDocument Document, string Text);
