using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Dialogue;

/// <summary>Picks the sentences of the best passages that answer a question; nothing when they share no word with it.</summary>
internal static class AnswerPicker
{
    private const int Passages = 3;
    private const int Longest = 260;
    private const int ShortestWord = 3;
    private const double InHeading = 0.7;
    private const double ForRank = 0.15;
    private const double Enough = 0.4;
    private const double InTopic = 0.1;

    private static readonly HashSet<string> Empty = new(
        ["the", "and", "for", "are", "you", "your", "can", "does", "what", "when", "how", "who", "why", "where", "which", "will", "with", "there", "this", "that", "have", "has", "any",
         "much", "many", "from", "about", "would", "should", "could", "tell", "please", "our", "get", "all", "was", "not", "but", "they", "them", "its", "let", "know", "want", "need", "sell", "offer", "take", "use", "people", "work", "give", "also", "some", "more", "then", "than", "like", "just", "okay", "been", "being", "were", "did", "doing", "guys"],
        StringComparer.Ordinal);

    /// <summary>The answer; null when the passages do not speak of what was asked.</summary>
    /// <param name="topic">Other words for the same subject; a sentence that has one of them is about it.</param>
    public static PickedAnswer? Pick(string question, IReadOnlyList<KnowledgeHit> hits, IReadOnlyList<string> topic)
    {
        Sentence[] sentences = [.. hits.Take(Passages).SelectMany((hit, rank) =>
            Sentences(hit.Text).Select(at => new Sentence(hit, rank, at.Start, at.Length, StemsOf(hit.Text.Substring(at.Start, at.Length)), StemsOf($"{hit.Heading} {hit.Title}"))))];
        var weights = WeightsOf(StemsOf(question), sentences);
        var all = weights.Values.Sum();
        var subject = StemsOf(string.Join(' ', topic));
        Sentence? best = null;
        var bestWorth = 0.0;
        foreach (var sentence in sentences)
        {
            var said = weights.Sum(word => sentence.Words.Contains(word.Key) ? word.Value : sentence.Heading.Contains(word.Key) ? InHeading * word.Value : 0);
            if (sentence.Words.Overlaps(subject) || sentence.Heading.Overlaps(subject))
                said = Math.Max(said, Enough * all) + (InTopic * all);
            var worth = said / all + (ForRank / (sentence.Rank + 1));
            if (said < Enough * all || worth <= bestWorth)
                continue;
            (best, bestWorth) = (sentence, worth);
        }
        return best is null ? null : Answer(best.Hit, best.Start, best.Length);
    }

    // A word that few sentences have tells more; one that none has tells that the answer is elsewhere.
    private static Dictionary<string, double> WeightsOf(HashSet<string> words, Sentence[] sentences) => words.ToDictionary(
        word => word, word => Math.Log(1 + (sentences.Length / (0.5 + sentences.Count(sentence => sentence.Words.Contains(word) || sentence.Heading.Contains(word))))));

    private sealed record Sentence(KnowledgeHit Hit, int Rank, int Start, int Length, HashSet<string> Words, HashSet<string> Heading);

    // With the sentence after it where both are short enough to be read in a chat.
    private static PickedAnswer Answer(KnowledgeHit hit, int start, int length)
    {
        var next = Sentences(hit.Text).FirstOrDefault(sentence => sentence.Start >= start + length);
        var end = next.Length > 0 && next.Start - start - length <= 2 && next.Start + next.Length - start <= Longest ? next.Start + next.Length : start + length;
        return new(hit, hit.Text[start..end].ReplaceLineEndings(" "), hit.Start + start, end - start);
    }

    // Headings and table rows are no sentences.
    private static IEnumerable<(int Start, int Length)> Sentences(string text)
    {
        for (int start = 0, i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (!ends && i + 1 < text.Length)
                continue;
            var (first, end) = (start, text[i] == '\n' ? i : i + 1);
            start = i + 1;
            while (first < end && char.IsWhiteSpace(text[first]))
                first++;
            if (end - first > 12 && end - first <= Longest && text[first] is not ('#' or '|' or '-' or '*') && text[end - 1] is '.' or '!')
                yield return (first, end - first);
        }
    }

    private static HashSet<string> StemsOf(string text)
    {
        HashSet<string> stems = new(StringComparer.Ordinal);
        for (int start = 0, i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                continue;
            if (i - start >= ShortestWord && text[start..i].ToLowerInvariant() is var word && !Empty.Contains(word))
                stems.Add(Stem(word));
            start = i + 1;
        }
        return stems;
    }

    private static string Stem(string word) => word switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 2 => stem + "y",
        [.. var stem, 'i', 'n', 'g'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 'd'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 's'] when stem.Length > 3 => stem,
        [.. var stem, 's'] when stem.Length > 2 && stem[^1] != 's' => stem,
        [.. var stem, 'e'] when stem.Length > 3 => stem,
        _ => word,
    };
}

/// <summary>An answer and where it stands.</summary>
/// <param name="Start">In the document's text, in UTF-16 units.</param>
internal sealed record PickedAnswer(KnowledgeHit Hit, string Text, int Start, int Length);
