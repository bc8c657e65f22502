using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds wishes for a visit that no fixed phrase says: <c>see it this weekend</c>, <c>sunday ko dekh sakte hai kya</c>, <c>come to our cafe on Monday</c>, <c>book that one</c>.</summary>
internal static class VisitFinder
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Seeing = WordSet.Of("see view look dekh dekhna dekhne dekhenge dekhein dekhte dekho visit");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inviting = WordSet.Of("ok okay please pls kindly can could will would shall should i we you he they to sure yes and let's lets may might");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Away = WordSet.Of("back from up down out off under with");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Bookable = WordSet.Of("it that this both me us first second third 1st 2nd 3rd");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Supposing = WordSet.Of("how what if when why once before after");

    public static void Run(Scan scan)
    {
        var day = DayWords.In(scan.Text).Length > 0;
        for (var token = 0; token < scan.Tokens.Length; token++)
        {
            if ((day && (Seeing.Contains(scan.WordAt(token)) || IsComing(scan, token))) || IsBooking(scan, token))
                scan.Cues |= Cues.Visit;
        }
        // "What's the weather in Dubai" is no search there.
        if (scan.Cues.HasFlag(Cues.OffTopic) && !scan.Cues.HasFlag(Cues.Search))
            scan.Values.RemoveAll(value => value.Field is FactFields.City or FactFields.Areas);
    }

    // "Ok come to our cafe on Monday", "can you come on Sunday"; not "come back to me on Monday"
    private static bool IsComing(Scan scan, int at) => scan.IsWord(at, "come")
        && (at == 0 || Inviting.Contains(scan.WordAt(at - 1)) || scan.Tokens[at - 1].Kind == TokenKind.Symbol)
        && !(at + 1 < scan.Tokens.Length && Away.Contains(scan.WordAt(at + 1)));

    // "Book that one", "book the second one"; "how do I book it?" asks what it takes.
    private static bool IsBooking(Scan scan, int at)
    {
        if (!scan.IsWord(at, "book") || scan.Dialogue.Shown.Count == 0)
            return false;
        var what = scan.IsWord(at + 1, "the") || scan.IsWord(at + 1, "a") ? at + 2 : at + 1;
        if (what >= scan.Tokens.Length || !Bookable.Contains(scan.WordAt(what)))
            return false;
        for (var before = 0; before < at; before++)
        {
            if (Supposing.Contains(scan.WordAt(before)))
                return false;
        }
        return true;
    }
}
