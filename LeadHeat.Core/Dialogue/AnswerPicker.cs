using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Dialogue;

/// <summary>Picks the sentences of the best passages that answer a question; nothing when too little speaks for any.</summary>
internal static class AnswerPicker
{
    private const int Passages = 4;
    private const int Longest = 260;
    private const int ShortestWord = 3;

    // What a word of the question counts for that stands in the sentence itself, else in the heading, else as another word for the same, else in the title.
    private const double InHeading = 0.8;
    private const double AsSynonym = 0.6;
    private const double InTitle = 0.5;
    private const double Topic = 0.35;
    private const double InTopic = 0.1;
    private const double ForRank = 0.1;

    // Measured (evals): one answer in six is from another passage, and one question in eleven that no document answers gets one.
    private const double LeastWords = 0.3;
    private const double Enough = 1.2;

    // Words that most questions have and that tell nothing of their subject.
    private static readonly HashSet<string> Empty = [.. Analyzer.Terms(
        "there much many would let need sell offer take use people work give more okay being doing guys make come go good help possible provide say see thing things way ask question really")];

    /// <summary>The answer; null when the passages do not speak of what was asked.</summary>
    /// <param name="topic">Other words for the same subject; a sentence that has one of them is about it.</param>
    /// <param name="synonyms">Words that mean the same in this business.</param>
    public static PickedAnswer? Pick(string question, IReadOnlyList<KnowledgeHit> hits, IReadOnlyList<string> topic, Synonyms synonyms)
    {
        Sentence[] sentences = [.. hits.Take(Passages).SelectMany((hit, rank) => Read(hit, rank))];
        var asked = WordsOf(question, synonyms, sentences);
        var all = asked.Sum(word => word.Weight);
        var subject = StemsOf(string.Join(' ', topic));
        Sentence? best = null;
        var bestWorth = Enough;
        foreach (var sentence in sentences)
        {
            var said = all == 0 ? 0 : asked.Sum(word => word.Weight * sentence.Says(word)) / all;
            if (sentence.Words.Overlaps(subject) || sentence.Heading.Overlaps(subject))
                said = Math.Max(said, Topic) + InTopic;
            var worth = said + (sentence.Hit.Parts.Vector ?? 0) + (ForRank / (sentence.Rank + 1));
            if (said >= LeastWords && worth > bestWorth)
                (best, bestWorth) = (sentence, worth);
        }
        return best is null ? null : Answer(best.Hit, best.Start, best.Length);
    }

    private static IEnumerable<Sentence> Read(KnowledgeHit hit, int rank)
    {
        var (heading, title) = (StemsOf(hit.Heading), StemsOf(hit.Title));
        return Sentences(hit.Text).Select(at => new Sentence(hit, rank, at.Start, at.Length, StemsOf(hit.Text.Substring(at.Start, at.Length)), heading, title));
    }

    // A word that few sentences have tells more; one that none has tells that the answer is elsewhere.
    private static List<Word> WordsOf(string question, Synonyms synonyms, Sentence[] sentences)
    {
        Dictionary<string, Word> words = new(StringComparer.Ordinal);
        Analyzer.PlainWords(question, plain =>
        {
            if (StemsOf(plain.ToString()).FirstOrDefault() is { } stem)
                words[stem] = new(stem, StemsOf(synonyms.Of(plain.ToString())), 0);
        });
        return [.. words.Values.Select(word => word with { Weight = Math.Log(1 + (sentences.Length / (0.5 + sentences.Count(sentence => sentence.Says(word) > 0)))) })];
    }

    private sealed record Word(string Stem, HashSet<string> Others, double Weight);

    private sealed record Sentence(KnowledgeHit Hit, int Rank, int Start, int Length, HashSet<string> Words, HashSet<string> Heading, HashSet<string> Title)
    {
        public double Says(Word word) => 0 switch
        {
            _ when Words.Contains(word.Stem) => 1,
            _ when Heading.Contains(word.Stem) => InHeading,
            _ when Words.Overlaps(word.Others) || Heading.Overlaps(word.Others) => AsSynonym,
            _ => Title.Contains(word.Stem) ? InTitle : 0,
        };
    }

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

    private static HashSet<string> StemsOf(string text) => [.. Analyzer.Terms(text).Where(stem => stem.Length >= ShortestWord && !Empty.Contains(stem))];
}

/// <summary>An answer and where it stands.</summary>
/// <param name="Start">In the document's text, in UTF-16 units.</param>
internal sealed record PickedAnswer(KnowledgeHit Hit, string Text, int Start, int Length);
