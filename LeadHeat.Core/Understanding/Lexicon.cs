using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>
/// All phrases of a playbook and of everyday talk in one trie over words, so that one walk over a message finds them all.
/// Built once a playbook, read by all turns.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<Meaning>?> _meanings = [null];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly Dictionary<(char First, int Length), List<string>> _choiceWords = [];

    private Lexicon() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds places with typing errors.</summary>
    public required PlaceIndex Places { get; init; }

    public static Lexicon Of(Playbook playbook)
    {
        var lexicon = new Lexicon { Places = new(playbook) };
        foreach (var city in playbook.Cities)
        {
            lexicon.AddAll(new(MeaningKind.City, City: city), [city.Name, .. city.Aliases]);
            foreach (var area in city.Areas)
                lexicon.AddAll(new(MeaningKind.Area, Area: area), [area.Name, .. area.Aliases]);
        }
        foreach (var field in playbook.Fields)
        {
            foreach (var choice in field.Choices)
            {
                lexicon.AddAll(new(MeaningKind.Choice, Field: field, Choice: choice), [choice.Display, .. choice.Aliases]);
                lexicon.AddAll(new(MeaningKind.Choice, Field: field, Choice: choice, Text: choice.Value), choice.WherePlain ?? []);
                lexicon.Learn([choice.Display, .. choice.Aliases]);
            }
            lexicon.AddAll(new(MeaningKind.CountWord, Field: field), field.Words);
            lexicon.Learn(field.Words);
            lexicon.AddAll(new(MeaningKind.FieldNoun, Text: field.Name), [field.Title]);
        }
        foreach (var topic in playbook.Topics)
            lexicon.AddAll(new(MeaningKind.Topic, Text: topic.Name), topic.Words);
        foreach (var objection in playbook.Objections)
            lexicon.AddAll(new(MeaningKind.Objection, Text: objection.Kind), objection.Words);
        lexicon.AddAll(new(MeaningKind.Cue, Cue: Cues.AsksForHuman), playbook.HandoffWords);
        foreach (var (cue, phrases) in CuePhrases.All)
            lexicon.AddAll(new(MeaningKind.Cue, Cue: cue), phrases);
        foreach (var (field, phrases) in CuePhrases.FieldNouns)
            lexicon.AddAll(new(MeaningKind.FieldNoun, Text: field), phrases);
        return lexicon;
    }

    /// <summary>The number of a folded word; -1 when no phrase has it.</summary>
    public int WordOf(ReadOnlySpan<char> folded) => _lookup.TryGetValue(folded, out var word) ? word : -1;

    /// <summary>The number of the one word of the playbook's choices that a folded word is with one typing error, where it is no word itself: <c>apartmnt</c>; -1 for none.</summary>
    public int NearWordOf(ReadOnlySpan<char> folded)
    {
        if (folded.Length < LeastMistyped || EnglishWords.Contains(folded) || GivenNames.Contains(folded))
            return -1;
        var found = -1;
        for (var length = folded.Length - 1; length <= folded.Length + 1; length++)
        {
            if (!_choiceWords.TryGetValue((folded[0], length), out var words))
                continue;
            foreach (var word in words)
            {
                if (EditDistance.Of(folded, word, 1) > 1)
                    continue;
                if (found >= 0)
                    return -1;
                found = _words[word];
            }
        }
        return found;
    }

    private const int LeastMistyped = 6;

    private void Learn(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var word in PhraseWords.Of(phrase))
            {
                if (word.Length < LeastMistyped || !EnglishWords.Contains(word))
                    continue;
                var alike = _choiceWords.TryGetValue((word[0], word.Length), out var known) ? known : _choiceWords[(word[0], word.Length)] = [];
                if (!alike.Contains(word))
                    alike.Add(word);
            }
        }
    }

    /// <summary>The longest phrases that begin at a token, with where they end; several when one phrase means several things.</summary>
    public IReadOnlyList<Meaning> LongestAt(ReadOnlySpan<Token> tokens, int start, out int end)
    {
        IReadOnlyList<Meaning> found = [];
        end = start;
        var node = 0;
        for (var i = start; i < tokens.Length; i++)
        {
            var token = tokens[i];
            // A hyphen or dot within a phrase is only another way to write a space: "pre-approved", "sea-facing".
            if (i > start && token is { Kind: TokenKind.Symbol, Word: -1, Apart: false } && token.Key.Kind == KeyKind.To)
                continue;
            if (!_edges.TryGetValue(Edge(node, Key(token)), out node))
                break;
            if (_meanings[node] is { } meanings)
                (found, end) = (meanings, i + 1);
        }
        return found;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    // Numbers in phrases ("al barsha 1") stand for themselves below zero.
    private static int Key(in Token token) =>
        token.Kind == TokenKind.Number && token.Number is >= 0 and < 1000 && token.Number == decimal.Truncate(token.Number)
            ? -2 - (int)token.Number : token.Word;

    private void AddAll(Meaning meaning, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
            Add(phrase, meaning);
    }

    private void Add(string phrase, Meaning meaning)
    {
        var node = 0;
        foreach (var part in PhraseWords.Of(phrase))
        {
            var word = int.TryParse(part, out var number) ? -2 - number : _words.TryGetValue(part, out var known) ? known : _words[part] = _words.Count;
            if (!_edges.TryGetValue(Edge(node, word), out var next))
            {
                _edges[Edge(node, word)] = next = _meanings.Count;
                _meanings.Add(null);
            }
            node = next;
        }
        var meanings = _meanings[node] ??= [];
        if (!meanings.Contains(meaning))
            meanings.Add(meaning);
    }
}

/// <summary>What a phrase stands for.</summary>
internal enum MeaningKind : byte { City, Area, Choice, CountWord, Topic, Cue, FieldNoun, Objection }

/// <summary>One meaning of a phrase; the members of its kind are set.</summary>
internal sealed record Meaning(
    MeaningKind Kind, City? City = null, Area? Area = null, PlaybookField? Field = null, Choice? Choice = null, string? Text = null, Cues Cue = Cues.None);
