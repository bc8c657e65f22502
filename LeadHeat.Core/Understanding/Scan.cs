using System.Runtime.CompilerServices;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>One message while it is being understood: its tokens, what was found so far, and what the conversation knows.</summary>
internal sealed class Scan(string text, Playbook playbook, DialogueState dialogue, IReadOnlyList<Fact> known, DateTimeOffset now)
{
    public const string CustomerType = "customer_type";

    public string Text { get; } = text;
    public Playbook Playbook { get; } = playbook;
    public DialogueState Dialogue { get; } = dialogue;
    public DateTimeOffset Now { get; } = now;
    public Token[] Tokens { get; } = Tokenizer.Cut(text, playbook.Lexicon);
    public List<FoundValue> Values { get; } = [];
    public List<string> FieldNouns { get; } = [];
    public List<CueSpan> Signals { get; } = [];
    public List<string> Objections { get; } = [];
    public List<string> AskedFeatures { get; } = [];
    public List<(PlaybookField Field, string Value, TextSpan Span)> TakenBack { get; } = [];
    public List<Unwanted> Unwanted { get; } = [];

    /// <summary>Where the last choice ends that was ruled out.</summary>
    public int? RuledOutUntil { get; set; }

    public Cues Cues { get; set; }
    public string? Topic { get; set; }
    public int? Reference { get; set; }
    public List<PlaceHit> PlaceHits { get; } = [];
    public bool CityIsOpen { get; set; }
    public string? EmailSuggestion { get; set; }

    /// <summary>Whether somebody will tell later: "I'll text you on Monday".</summary>
    public bool IsLeftForLater { get; set; }

    /// <summary>Whether an amount was named that is no budget: what another house asks, what was paid.</summary>
    public bool HasOthersMoney { get; set; }

    /// <summary>The words that say when somebody wants to be reached.</summary>
    public TextSpan? CallHours { get; set; }

    public string? DefaultRegion { get; init; }

    /// <summary>Whether the last reply asked for this field.</summary>
    public bool Answers(string field) => Dialogue.LastAsked == field;

    /// <summary>The field of the last question where the playbook has it.</summary>
    public PlaybookField? AskedField => Dialogue.LastAsked is { } asked ? Playbook.Field(asked) : null;

    public FoundValue? Find(string field) => Values.Find(value => value.Field == field);

    /// <summary>The words that give a signal; null when none do.</summary>
    public TextSpan? SpanOf(Cues cue)
    {
        foreach (var signal in Signals)
        {
            if ((signal.Cue & cue) != 0)
                return signal.Span;
        }
        return null;
    }

    /// <summary>What is known of a field; null when nothing is.</summary>
    public FactValue? Known(string field)
    {
        foreach (var fact in known)
        {
            if (fact.Field == field)
                return fact.Value;
        }
        return null;
    }

    /// <summary>What the message told that told anything last.</summary>
    public IReadOnlyList<Fact> ToldLast => known.Count == 0 ? [] : [.. known.Where(fact => fact.At == known.Max(other => other.At) && !fact.Value.IsEmpty)];

    /// <summary>The known value of a field's text.</summary>
    public string? KnownText(string field) => Known(field)?.Text;

    /// <summary>The visitor's own city, where the business has none to choose from.</summary>
    public City? Home { get; set; }

    /// <summary>The words that name it.</summary>
    public TextSpan? HomeSpan { get; set; }

    /// <summary>The city that is meant: said now, or known.</summary>
    public City? City => Home ?? ((Find(FactFields.City)?.Value.Text ?? KnownText(FactFields.City)) is { } name ? Playbook.CityOf(name) : null);

    /// <summary>The currency that a bare amount means.</summary>
    public string Currency => City?.Currency ?? (DefaultRegion is null ? null : Playbook.Cities.FirstOrDefault(city => city.Region == DefaultRegion)?.Currency) ?? Playbook.Currency;

    /// <summary>A token as it was meant: "before" where "befor" stands.</summary>
    public ReadOnlySpan<char> WordAt(int token) => Tokens[token].Meant is { } meant ? meant : WrittenAt(token);

    /// <summary>A token as it was written.</summary>
    public ReadOnlySpan<char> WrittenAt(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    public bool Is(int token, KeyKind kind) => (uint)token < (uint)Tokens.Length && Tokens[token].Key.Kind == kind;

    public bool IsSign(int token, char sign) =>
        (uint)token < (uint)Tokens.Length && Tokens[token].Kind == TokenKind.Symbol && Text[Tokens[token].Start] == sign;

    /// <summary>Whether a token is this word, in any case. Nearly none is: length and first letter tell most.</summary>
    /// <param name="word">In small letters.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsWord(int token, ReadOnlySpan<char> word) =>
        (uint)token < (uint)Tokens.Length && (Tokens[token].Meant is { } meant ? word.Equals(meant, StringComparison.Ordinal)
            : Tokens[token].Length == word.Length && (Text[Tokens[token].Start] | ' ') == (word[0] | ' ') && WrittenAt(token).Equals(word, StringComparison.OrdinalIgnoreCase));

    public bool IsFree(int token) => (uint)token < (uint)Tokens.Length && !Tokens[token].Taken;

    /// <summary>The span from one token up to, not with, another.</summary>
    public TextSpan Span(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End - Tokens[first].Start);

    /// <summary>Keeps other extractors off these tokens.</summary>
    public void Take(int first, int end)
    {
        for (var i = first; i < end; i++)
            Tokens[i].Taken = true;
    }

    /// <summary>Takes the tokens and notes the value.</summary>
    public void Found(string field, FactValue value, string display, double confidence, int first, int end)
    {
        Take(first, end);
        Values.Add(new(field, value, display, confidence, [Span(first, end)]));
    }

    /// <summary>The first token at or after a place in the text.</summary>
    public int TokenAt(int position) => Tokenizer.At(Tokens, position);

    /// <summary>Whether the words just before say no to it: "not", "except", "don't want".</summary>
    public bool IsNegated(int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (Tokens[i].Key.Kind == KeyKind.Not || IsWord(i, "forget") || IsWord(i, "avoid") || IsWord(i, "skip") || (IsWord(i, "than") && (IsWord(i - 1, "rather") || IsWord(i - 1, "other"))) || (IsWord(i, "but") && (IsWord(i - 1, "anything") || IsWord(i - 1, "anywhere"))) || (IsWord(i, "of") && IsWord(i - 1, "instead")))
                return true;
            if (Tokens[i].Kind != TokenKind.Word || !(IsWord(i, "in") || IsWord(i, "a") || IsWord(i, "an") || IsWord(i, "the") || IsWord(i, "want") || IsWord(i, "on") || IsWord(i, "need") || IsWord(i, "like") || IsWord(i, "about") || IsWord(i, "even") || IsWord(i, "than") || IsWord(i, "to")))
                return false;
        }
        return false;
    }
}
