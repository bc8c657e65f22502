using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Grounding;

/// <summary>Finds the sentences of the documents that a reply rests on, by the words that they share.</summary>
public static class Citations
{
    private const int Most = 3;
    private const int LeastWords = 4;
    private const double LeastShare = 0.5;

    /// <summary>The sentences that say most of what some sentence of the reply says, each once, at most three.</summary>
    public static IReadOnlyList<Citation> Of(string reply, ToolFindings findings)
    {
        List<Citation> citations = [];
        KnowledgeHit[] hits = [.. findings.Passages.SelectMany(found => found.Hits)];
        foreach (var span in hits.Length == 0 ? [] : ReplySentences.Of(reply))
        {
            HashSet<string> words = [.. Analyzer.Terms(span.Of(reply))];
            if (words.Count >= LeastWords && Best(words, hits) is { } citation && !citations.Contains(citation) && citations.Count < Most)
                citations.Add(citation);
        }

        return citations;
    }

    private static Citation? Best(HashSet<string> words, KnowledgeHit[] hits)
    {
        Citation? best = null;
        var most = LeastShare;
        foreach (var hit in hits)
        {
            // Questions state nothing, and the words before and behind them stay where they are.
            var text = AskedAs.Blanked(hit.Text);
            foreach (var span in ReplySentences.Of(text))
            {
                var sentence = span.Of(text);
                var share = (double)Analyzer.Terms(sentence).Distinct().Count(words.Contains) / words.Count;
                if (share < most || (best is not null && share <= most))
                    continue;
                most = share;
                best = new(hit.DocumentId, hit.Start + span.Start, sentence.TrimEnd().Length, hit.Title);
            }
        }

        return best;
    }
}
