using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Knowledge;

/// <summary>A passage with the document that it is from.</summary>
public sealed record Passage(KnowledgeDocument Document, Chunk Chunk, string Text)
{
    // The heading says in the fewest words what the passage is about.
    private const float TitleWeight = 0.5f;
    private const float HeadingWeight = 2;

    /// <summary>What it is found by.</summary>
    public IReadOnlyList<TextField> Fields => [new(Document.Title, TitleWeight), new(Chunk.Heading, HeadingWeight), new(Text, 1)];

    /// <summary>The passages of a document.</summary>
    public static IEnumerable<Passage> Of(KnowledgeDocument document, string text) =>
        Chunker.Cut(text).Select(chunk => new Passage(document, chunk, text.Substring(chunk.Start, chunk.Length)));

    public KnowledgeHit ToHit(double score, HitParts parts) => new(
        Document.Id, Document.Title, Document.Collection, Document.Category, Document.Source, Chunk.Heading, Text, Chunk.Start, Chunk.Length, score, parts);
}
