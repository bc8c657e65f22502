using LeadHeat.Core.Grounding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Dialogue;

/// <summary>Picks the sentences of the best passages that answer a question; nothing when too little speaks for any.</summary>
internal static class AnswerPicker
{
    private const int Longest = 280;
    private const int MostBetween = 2;
    private const int ShortestWord = 3;

    // What a word of the question counts for that stands in the heading over a sentence, as another word for the same, or elsewhere in the passage; in the sentence itself it counts one.
    private const double InHeading = 1.08;
    private const double AsSynonym = 0.73;
    private const double InPassage = 0.55;
    private const double AsSynonymInPassage = 0.21;
    private const double Nowhere = 0.78;
    private const double Topic = 0.35;
    private const double InTopic = 0.1;
    private const double ForMeaning = 1.32;
    private const double ForRank = 0.13;
    private const double ForTopic = 0.35;

    // All of these were fitted on the evals' questions, answered and unanswered ones: a wrong answer is worse than none.
    private const double LeastWords = 0.31;
    private const double Enough = 1.46;
    private const double EnoughForPrice = 1.25;

    // A passage that is all but equal in meaning often shares the question's one rare word, and no more.
    private const double AllButEqual = 0.88;
    private const double LeastWordsOfEqual = 0.52;

    // Words that most questions have and that tell nothing of their subject.
    private static readonly HashSet<string> Empty = [.. Analyzer.Terms(
        "there much many would let need sell offer take use people work give more okay being doing guys make come go good help possible provide say see thing things way ask question really someone somebody anyone anybody "
        + "time long often speak different exactly currently today actually mean high still stay before anything else first")];

    /// <summary>The answer; null when the passages do not speak of what was asked.</summary>
    /// <param name="topic">Other words for the same subject; a sentence that has one of them is about it.</param>
    /// <param name="synonyms">Words that mean the same in this business.</param>
    /// <param name="price">Whether it asks what something costs: then only what names a price answers it.</param>
    public static PickedAnswer? Pick(string question, IReadOnlyList<KnowledgeHit> hits, IReadOnlyList<string> topic, Synonyms synonyms, bool price = false)
    {
        Sentence[] sentences = [.. hits.SelectMany(Read).Where(sentence => !price || NamesPrice(sentence.Text))];
        var asked = WordsOf(question, synonyms, sentences);
        var all = asked.Sum(word => word.Weight);
        var subject = SubjectOf(question, topic);
        Sentence? best = null;
        var bestWorth = price ? EnoughForPrice : Enough;
        foreach (var sentence in sentences)
        {
            var said = all == 0 ? 0 : asked.Sum(word => word.Weight * sentence.Says(word)) / all;
            var about = sentence.Words.Overlaps(subject) || sentence.Heading.Overlaps(subject);
            if (about)
                said = Math.Max(said, Topic) + InTopic;
            var meaning = sentence.Hit.Parts.Vector ?? 0;
            var worth = said + (ForMeaning * meaning) + (ForRank / (sentence.Rank + 1)) + (about ? ForTopic : 0);
            if (said >= (meaning >= AllButEqual ? LeastWordsOfEqual : LeastWords) && worth > bestWorth)
                (best, bestWorth) = (sentence, worth);
        }
        return best is null ? null : Answer(Named(best, sentences, asked), asked);
    }

    // "The state revises the rates" says nothing without the sentence before it, which names them.
    private static Sentence Named(Sentence best, Sentence[] sentences, List<Word> asked)
    {
        bool Names(Sentence sentence) => asked.Exists(word => sentence.Words.Contains(word.Stem));
        return Names(best) || Array.FindLast(sentences, sentence => sentence.Hit == best.Hit && sentence.Start < best.Start) is not { } before || !Names(before) || best.Start - before.Start - before.Length > MostBetween ? best : before;
    }

    // Who asks "what is RERA?" asks for no other word of its topic, such as "legal".
    private static HashSet<string> SubjectOf(string question, IReadOnlyList<string> topic)
    {
        var (all, asked) = (StemsOf(string.Join(' ', topic)), StemsOf(question));
        return asked.Count > 0 && asked.IsSubsetOf(all) ? asked : all;
    }

    private static bool NamesPrice(string sentence)
    {
        List<Figure> figures = [];
        FigureReader.Read(sentence, figures);
        return figures.Exists(figure => figure is { Kind: FigureKind.Money, Currency: not null } or { Kind: FigureKind.Percent }) || sentence.Contains("free", StringComparison.OrdinalIgnoreCase) || sentence.Contains("quot", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<Sentence> Read(KnowledgeHit hit, int rank)
    {
        var (heading, passage, asked) = (StemsOf(hit.Heading), StemsOf(hit.Text), StemsOf(AskedAs.In(hit.Text)));
        foreach (var (start, length) in Sentences(hit.Text))
        {
            var text = hit.Text.Substring(start, length);
            yield return new(hit, rank, start, text, StemsOf(text), heading, asked, passage);
        }
    }

    // A word that few sentences have tells more; one that none has may tell that the answer is elsewhere.
    private static List<Word> WordsOf(string question, Synonyms synonyms, Sentence[] sentences)
    {
        Dictionary<string, Word> words = new(StringComparer.Ordinal);
        // "What's" asks for nothing that "what" does not.
        Analyzer.PlainWords(question.Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal), plain =>
        {
            if (StemsOf(plain.ToString()).FirstOrDefault() is { } stem)
                words[stem] = new(stem, StemsOf(synonyms.Of(plain.ToString())), 0);
        });
        return [.. words.Values.Select(word => word with { Weight = WeightOf(sentences.Count(sentence => sentence.Says(word) >= AsSynonym), sentences.Length) })];
    }

    private static double WeightOf(int having, int sentences) => (having == 0 ? Nowhere : 1) * Math.Log(1 + (sentences / (0.5 + having)));

    private sealed record Word(string Stem, HashSet<string> Others, double Weight);

    private sealed record Sentence(KnowledgeHit Hit, int Rank, int Start, string Text, HashSet<string> Words, HashSet<string> Heading, HashSet<string> Asked, HashSet<string> Passage)
    {
        public int Length => Text.Length;

        public double Says(Word word) => 0 switch
        {
            _ when Words.Contains(word.Stem) => 1,
            _ when Heading.Contains(word.Stem) => InHeading,
            _ when Asked.Contains(word.Stem) => 1,
            _ when Words.Overlaps(word.Others) || Heading.Overlaps(word.Others) => AsSynonym,
            _ when Passage.Contains(word.Stem) => InPassage,
            _ => Passage.Overlaps(word.Others) ? AsSynonymInPassage : 0,
        };
    }

    // With the sentences before it, which it may speak of, and those after it, as far as all of it can be read in a chat.
    private static PickedAnswer Answer(Sentence best, List<Word> asked)
    {
        var (hit, start, end) = (best.Hit, best.Start, best.Start + best.Length);
        var sentences = Sentences(hit.Text).ToList();
        for (var at = sentences.FindIndex(sentence => sentence.Start == start) - 1; at >= 0 && Joins(sentences[at], start) && end - sentences[at].Start <= Longest; at--)
            start = sentences[at].Start;
        foreach (var (next, size) in sentences.Where(sentence => sentence.Start >= end))
        {
            if (next - end > MostBetween || next + size - start > Longest)
                break;
            end = next + size;
        }
        var text = hit.Text[start..end].ReplaceLineEndings(" ");
        return new(hit, NeedsLabel(text, best, asked) ? LabelOf(hit) + text : text, hit.Start + start, end - start);
    }

    private static bool Joins((int Start, int Length) before, int start) => start - before.Start - before.Length <= MostBetween;

    // "49 dollars per user and month" says what it is about in its heading only; so does a text that never names what was asked for.
    private static bool NeedsLabel(string text, Sentence best, List<Word> asked)
    {
        if (char.IsDigit(text[0]) || char.IsLower(text[0]))
            return true;
        // "What coffee costs: …" is no way to begin.
        if (Asking.Begins(best.Hit.Heading))
            return false;
        var words = StemsOf(text);
        return asked.Exists(word => best.Heading.Contains(word.Stem)) && !asked.Exists(word => best.Heading.Contains(word.Stem) && words.Contains(word.Stem));
    }

    // The innermost heading; of "Bangalore: GST" the part that names the subject.
    private static string LabelOf(KnowledgeHit hit)
    {
        var heading = hit.Heading[(hit.Heading.LastIndexOf('›') + 1)..];
        heading = heading[(heading.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim(' ', ':');
        return heading.Length == 0 || heading.EndsWith('?') ? "" : char.ToUpperInvariant(heading[0]) + heading[1..] + ": ";
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

    /// <summary>Whether a text has a word that tells its subject.</summary>
    public static bool HasSubject(string text) => StemsOf(text).Count > 0;

    private static HashSet<string> StemsOf(string text) => [.. Analyzer.Terms(text).Where(stem => stem.Length >= ShortestWord && !Empty.Contains(stem))];
}

/// <summary>An answer and where it stands.</summary>
/// <param name="Start">In the document's text, in UTF-16 units.</param>
internal sealed record PickedAnswer(KnowledgeHit Hit, string Text, int Start, int Length);
