using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Something to find out about a lead.</summary>
/// <param name="Name">As in facts: <c>budget</c>.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Title">As people read it: <c>Budget</c>.</param>
/// <param name="Missing">What a question for it asks, within a sentence: <c>the budget</c>.</param>
/// <param name="Ask">How to ask, in several phrasings; empty for what is taken when offered but not asked for.</param>
/// <param name="Chips">Answers to offer with the question.</param>
/// <param name="Weight">How much an answer is wanted beyond its points in the scorecard.</param>
/// <param name="Required">Whether a lead is complete without it.</param>
/// <param name="Choices">The values of a choice.</param>
/// <param name="For">Customer types that it is asked of; empty for all.</param>
/// <param name="Unless">It is not asked when another field has this value: <c>property_type=plot</c>.</param>
/// <param name="Words">Units or nouns that tell a count: <c>cups</c>, <c>kg</c>.</param>
/// <param name="ChipsIn">Answers to offer where the city's currency is this one.</param>
/// <param name="Open">Whether an answer in other words than the choices' is taken as it stands.</param>
public sealed record PlaybookField(
    string Name,
    FieldKind Kind,
    string Title,
    string Missing,
    IReadOnlyList<string> Ask,
    IReadOnlyList<string> Chips,
    int Weight,
    bool Required,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<string> For,
    IReadOnlyList<string> Words,
    string? Unless,
    bool Open,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ChipsIn)
{
    /// <summary>Of a choice: what two others with "but" between them mean, such as <c>shares</c> where one decides and another signs; null when what is said first stands.</summary>
    public string? Both { get; init; }

    /// <summary>Whether it is asked of such a customer; of one whose type is not known, what several types are asked.</summary>
    public bool IsFor(string? customerType) => For.Count == 0 || (customerType is null ? For.Count > 1 : For.Contains(customerType));
}

/// <summary>What values a field has. <c>choice</c> is one of a list, <c>choices</c> several of it, <c>count</c> a number of its words.</summary>
[JsonConverter(typeof(WireEnumConverter<FieldKind>))]
public enum FieldKind { Name, Email, Phone, City, Areas, Beds, Size, Money, Timeline, Choice, Choices, Count, Company, Text }

/// <summary>One value of a choice.</summary>
/// <param name="Value">As stored in the fact.</param>
/// <param name="Display">As a salesperson says it.</param>
/// <param name="Aliases">What visitors write for it.</param>
/// <param name="Adjective">Whether something is it (<c>furnished</c>) and does not have it (<c>parking</c>).</param>
/// <param name="Strict">Whether what is shown must have it where it is wished, and it counts as wished only where that is plain.</param>
/// <param name="Against">What nothing may have that is shown where it is wished.</param>
/// <param name="WherePlain">Further words for it that count only where a wish is plain: "we are ready to move" is none.</param>
public sealed record Choice(string Value, string Display, IReadOnlyList<string> Aliases, bool Adjective = false, bool Strict = false, IReadOnlyList<string>? Against = null, IReadOnlyList<string>? WherePlain = null)
{
    /// <summary>How people tell of it without its words, by what they complain of: bars between words of one meaning, "…" for a few words of any kind.</summary>
    [JsonIgnore]
    public Phrases Signs { get; init; } = Phrases.None;
}

/// <summary>A subject that visitors ask about.</summary>
/// <param name="Name">The reply key is <c>topic_</c> and this.</param>
/// <param name="Words">Phrases that tell it.</param>
/// <param name="Categories">The categories of documents that answer it; empty for any.</param>
/// <param name="Asks">How the documents are asked for it, where visitors' own words say too little: "where are they from?"; null for as they ask.</param>
public sealed record Topic(string Name, IReadOnlyList<string> Words, IReadOnlyList<string> Categories, string? Asks);
