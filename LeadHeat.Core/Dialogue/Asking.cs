using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells whether a message asks something that has to be answered, and for something to be sent.</summary>
internal static class Asking
{
    private static readonly HashSet<string> Askers = new(
        ["what", "what's", "whats", "which", "where", "where's", "when", "when's", "why", "how", "how's", "who", "can", "could", "do", "does", "did", "is", "are", "will", "would", "should", "any", "kya", "kab", "kitna", "kaise"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Openers = new(["and", "but", "so", "ok", "okay", "also", "well", "hi", "hello", "great", "good", "fine", "then", "thanks"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Senders = new(["send", "share", "forward", "mail", "email"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Polite = new(["please", "pls", "plz", "kindly", "can", "could", "you", "ok", "okay", "and", "then", "just"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Things = new(["the", "your", "a", "an", "some", "me", "us", "over", "across"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether some sentence of it begins as questions do; a figure with a question mark behind is an answer in doubt.</summary>
    public static bool Is(Understood message)
    {
        foreach (var sentence in SentencesOf(message.Text))
        {
            var first = sentence.FirstOrDefault(word => !Openers.Contains(word));
            if (first is not null && Askers.Contains(first))
                return true;
        }
        return message.Text.Contains('?', StringComparison.Ordinal) && Unturned.Any(words => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether it tells something first and asks in a sentence of its own.</summary>
    public static bool BesideTelling(Understood message) =>
        SentencesOf(message.Text).ToArray() is { Length: > 1 } sentences && sentences[^1].FirstOrDefault(word => !Openers.Contains(word)) is { } first && Askers.Contains(first);

    // As it is asked by those whose English is another one: "this you have also?", "you deliver to UAE?"
    private static readonly string[] Unturned = ["you have", "you deliver", "you sell", "you do ", "you offer", "you also", "u have", "you take", "you give", "you ship", "is possible", "possible to", "milega", "milta hai", "hota hai", "karte ho", "karte hain", "dete ho", "dete hain"];

    // "Can you mend my grinder?" and "why is my order late?" ask about one thing that is theirs, "do you mend grinders?" about all.
    private static readonly HashSet<string> AboutOne = new(["can", "could", "why", "when", "where"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Theirs = new(["my", "our", "mine", "ours"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a part of a sentence asks how things are in general, and tells nothing.</summary>
    public static bool InGeneral(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(words, word => !Openers.Contains(word)) is { } first && Askers.Contains(first) && !(AboutOne.Contains(first) && words.Any(Theirs.Contains));
    }

    /// <summary>Where the part begins that asks, behind what is told before it; 0 when it tells nothing first, -1 when nothing asks.</summary>
    public static int StartOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Breaks) is >= 0 and var length ? start + length : text.Length;
            var first = text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !Openers.Contains(word));
            if (first is not null && Askers.Contains(first))
                return start;
            start = end + 1;
        }
        return -1;
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".!?;,\n");

    /// <summary>Whether a text begins as questions do.</summary>
    public static bool Begins(string text) => text.Split(' ', 2) is [var first, ..] && Askers.Contains(first);

    /// <summary>The part of a sentence that asks: of "before anything else, where is it stored" the end.</summary>
    public static string LastQuestion(string sentence)
    {
        for (var at = sentence.IndexOf(", ", StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(", ", at + 1, StringComparison.Ordinal))
        {
            var rest = sentence.AsSpan(at + 2);
            var space = rest.IndexOf(' ');
            if (space > 0 && Askers.Contains(rest[..space].ToString()))
                return rest.ToString();
        }
        return sentence;
    }

    /// <summary>Whether it asks to be sent something: <c>please send the questionnaire</c>.</summary>
    public static bool ToBeSent(Understood message)
    {
        if (message.Values.Count > 0)
            return false;
        foreach (var sentence in SentencesOf(message.Text))
        {
            var at = Array.FindIndex(sentence, word => !Polite.Contains(word));
            if (at >= 0 && at + 2 < sentence.Length && Senders.Contains(sentence[at]) && Things.Contains(sentence[at + 1]))
                return true;
        }
        return false;
    }

    private static readonly string[] Quiet = ["don't send", "dont send", "don’t send", "don't call", "dont call", "don't disturb", "don't message", "don't write", "don't mail", "not before", "no calls before", "only after", "don't share"];

    /// <summary>Whether it says when, or what, somebody does not want to hear.</summary>
    public static bool ForQuiet(Understood message) => Quiet.Any(words => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string[]> SentencesOf(string text) =>
        text.Split(['.', '!', '?', ';', '\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
