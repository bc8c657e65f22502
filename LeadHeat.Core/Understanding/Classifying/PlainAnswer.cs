using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Knows messages that say nothing but values: <c>business bay</c>, <c>not before june</c>. What was learned of whole sentences says nothing of them.</summary>
internal static class PlainAnswer
{
    private const int MostBeside = 1;
    private const int Short = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of(
        "a an the in at on by for of to and or is it it's its my our me i we need want only just say maybe about around more less than max min maximum minimum please pls ok okay yes so from with");

    // What no list of values can be.
    private static bool IsOfSentences(Intent intent) => intent is Intent.RefuseToShare or Intent.Spam or Intent.OffTopic or Intent.Goodbye or Intent.Complaint or Intent.ObjectionPrice
        or Intent.ObjectionTrust or Intent.ObjectionLocation or Intent.Greeting or Intent.SmallTalk;

    /// <summary>Whether all of it, but for a word, was read as values, and no phrase says anything else.</summary>
    public static bool Is(Scan scan)
    {
        if (scan.Values.Count == 0 || scan.FieldNouns.Count > 0 || (scan.Cues & ~(Cues.Yes | Cues.No | Cues.Search | Cues.Correction | Cues.NoRush)) != 0 || scan.Objections.Count > 0)
            return false;
        var beside = 0;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (scan.Tokens[at].Kind == TokenKind.Word && scan.Tokens[at].Key.Kind == KeyKind.None && !Glue.Contains(scan.WordAt(at)) && !IsRead(scan, at))
                beside++;
        }
        // "Loan pre-approved by HDFC"
        if (scan.Tokens.Length <= Short && scan.Cues == Cues.None)
            beside--;
        return beside <= MostBeside && (beside <= 0 || scan.Values.Exists(value => value.Field != FactFields.City));
    }

    /// <summary>The intents, with what the rules tell before what such a message cannot be.</summary>
    public static IntentScore[] Ranked(Scan scan, IntentScore[] intents, Intent ruled)
    {
        if (!IsOfSentences(intents[0].Name) || IsOfSentences(ruled) || !Is(scan))
            return intents;
        var at = Array.FindIndex(intents, intent => intent.Name == ruled);
        (intents[0], intents[at]) = (intents[0] with { Name = ruled }, intents[at] with { Name = intents[0].Name });
        return intents;
    }

    private static bool IsRead(Scan scan, int at) => scan.Values.Exists(value => value.Spans.Any(span => span.Start <= scan.Tokens[at].Start && span.End >= scan.Tokens[at].End));
}
