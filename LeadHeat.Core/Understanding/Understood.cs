using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>What one message says, in the light of its conversation. Made by <see cref="Language.Understand"/>.</summary>
/// <param name="Text">The message.</param>
/// <param name="Values">What was found, each with the words it came from; what is in doubt is left out.</param>
/// <param name="Intent">What the visitor wants with this message.</param>
/// <param name="Cues">The small signals in it.</param>
/// <param name="Topic">The playbook's subject that it asks about; null when none.</param>
/// <param name="RefusedFields">Fields that the visitor does not want to tell.</param>
/// <param name="Reference">Which of the units shown last it means, from 0; null when none.</param>
/// <param name="Frustration">What it adds to (or takes from) the conversation's frustration.</param>
public sealed record Understood(
    string Text,
    IReadOnlyList<FoundValue> Values,
    Intent Intent,
    Cues Cues,
    string? Topic,
    IReadOnlyList<string> RefusedFields,
    int? Reference,
    int Frustration)
{
    /// <summary>Fields that the visitor cannot tell or leaves open: "no idea about the budget".</summary>
    public IReadOnlyList<string> LeftOpen { get; init; } = [];

    /// <summary>Fields that it names, whatever it says of them: "I told you my budget".</summary>
    public IReadOnlyList<string> NamedFields { get; init; } = [];

    /// <summary>Features that it asks about in what was shown: "does it have parking?".</summary>
    public IReadOnlyList<string> AskedFeatures { get; init; } = [];

    /// <summary>What must not be: "without a pool", "not in Whitefield".</summary>
    public IReadOnlyList<Unwanted> Unwanted { get; init; } = [];

    /// <summary>Kinds of doubt that it raises in the playbook's words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>All intents with how likely each is, the likeliest first.</summary>
    public IReadOnlyList<IntentScore> Intents { get; init; } = [];

    /// <summary>Whether it shouts: in capitals by one who does not always write so, with rows of signs.</summary>
    public bool IsLoud { get; init; }

    /// <summary>How it sounds.</summary>
    public Sentiment Sentiment { get; init; } = Sentiment.Neutral;

    /// <summary>The small signals with the words that give them, in the order of the text.</summary>
    public IReadOnlyList<CueSpan> Signals { get; init; } = [];

    /// <summary>The words that try to give the bot orders; null when there are none.</summary>
    public TextSpan? InjectionSpan { get; init; }

    /// <summary>Whether it tries to give the bot orders. It is answered as any visitor's text is: as data.</summary>
    public bool Injection => InjectionSpan is not null;

    /// <summary>How annoyed this message is on its own, from 0 (not at all) to 10.</summary>
    public int FrustrationLevel => Math.Clamp(Frustration * 2, 0, 10);

    /// <summary>Whether it declines to tell something.</summary>
    public bool RefusesToShare => Has(Cues.Refusal);

    /// <summary>What the e-mail address was probably meant to be, where its domain looks like a typing error: to be confirmed before it is used.</summary>
    public string? EmailSuggestion { get; init; }

    /// <summary>The words that say when somebody wants to be reached, or not; null when none do.</summary>
    public TextSpan? CallHours { get; init; }

    /// <summary>Whether it asks for a person.</summary>
    public bool AsksForHuman => Has(Cues.AsksForHuman);

    /// <summary>Whether any of these signals is there.</summary>
    public bool Has(Cues cues) => (Cues & cues) != 0;

    /// <summary>The conversation's frustration after this message, from 0 to 10: a calm message lets some of it go.</summary>
    /// <param name="before">What it was before.</param>
    public int FrustrationAfter(int before) => Math.Clamp(before + (Frustration == 0 ? -1 : Frustration), 0, 10);

    /// <summary>The value found for a field, or null.</summary>
    public FoundValue? Find(string field)
    {
        foreach (var value in Values)
        {
            if (value.Field == field)
                return value;
        }
        return null;
    }

    /// <summary>The values as facts that rest on this message's words.</summary>
    public IReadOnlyList<Fact> ToFacts(Guid messageId, DateTimeOffset at)
    {
        var facts = new Fact[Values.Count];
        for (var i = 0; i < facts.Length; i++)
            facts[i] = Values[i].ToFact(Text, messageId, at);
        return facts;
    }
}

/// <summary>A value found in a message.</summary>
/// <param name="Field">The field it belongs to.</param>
/// <param name="Display">As a salesperson says it.</param>
/// <param name="Spans">The words it came from.</param>
public sealed record FoundValue(string Field, FactValue Value, string Display, double Confidence, IReadOnlyList<TextSpan> Spans)
{
    internal Fact ToFact(string text, Guid messageId, DateTimeOffset at) => new(
        Field, Value, Display, FactSource.Bot, Confidence, at,
        [.. Spans.Select(span => new Evidence(messageId, span.Start, span.Length, span.Of(text)))]);
}

/// <summary>A part of a text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The words themselves.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}
