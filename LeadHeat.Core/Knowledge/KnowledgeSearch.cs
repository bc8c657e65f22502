using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Knowledge;

/// <summary>How to search: by words, by meaning, or by both (the default).</summary>
[JsonConverter(typeof(WireEnumConverter<SearchMode>))]
public enum SearchMode { Hybrid, Lexical, Vector }

/// <summary>What to do with a collection whose vectors are of another embedder than the configured one: refuse, or search its words and the local embedder's vectors.</summary>
[JsonConverter(typeof(WireEnumConverter<SearchFallback>))]
public enum SearchFallback { None, Local }

/// <summary>A question to the documents.</summary>
/// <param name="Text">In any words, at most 1,000 characters.</param>
/// <param name="Collection">Only documents of this collection; a playbook's documents are in the collection of its name.</param>
/// <param name="Category">Only documents of this category.</param>
/// <param name="K">How many passages, 1 to 100.</param>
public sealed record KnowledgeQuery(
    string Text, string? Collection = null, string? Category = null, SearchMode Mode = SearchMode.Hybrid, int K = 5,
    SearchFallback Fallback = SearchFallback.None);

/// <summary>A passage of a document that fits a question.</summary>
/// <param name="Source">The name of the file that the document came from.</param>
/// <param name="Heading">The headings above the passage, outermost first; empty when there are none.</param>
/// <param name="Text">Exactly the document's text from <paramref name="Start"/> on.</param>
/// <param name="Start">First character in the document's text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record KnowledgeHit(
    Guid DocumentId,
    string Title,
    string Collection,
    string Category,
    string Source,
    string Heading,
    string Text,
    int Start,
    int Length,
    double Score,
    HitParts Parts);

/// <summary>What a hit's score is made of; null where a part was not asked for or did not find it.</summary>
/// <param name="Bm25">The score by words.</param>
/// <param name="Vector">The cosine of the angle between question and passage.</param>
public sealed record HitParts(double? Bm25, double? Vector);

/// <summary>The passages that fit, best first.</summary>
public sealed record KnowledgeAnswer(IReadOnlyList<KnowledgeHit> Hits);

/// <summary>Where words of a reply come from: opens the document at these words.</summary>
/// <param name="Start">First character in the document's text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units; at least 1.</param>
public sealed record Citation(Guid DocumentId, int Start, int Length, string Title);
