using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Knows times at which people talk, come or remember: <c>ping me in January</c>, <c>I land on 5th December</c>, <c>back in June we saw it</c>.</summary>
internal static class TimeOfTalk
{
    public static bool IsIt(Scan scan, int start, When when) =>
        IsMemory(scan, when.Start) || TimeOfWord.IsIt(scan, start, when) || IsAway(scan, start, when) || TimeOfDates.IsIt(scan, start, when) || (!scan.Answers(FactFields.Timeline) && (IsTalk(scan, start, when.Start) && !(when.Max is null && WordSet.AnyIn(Moves, scan, start, when.Start)) || IsStay(scan, start, when)));

    // "back in January we saw it"; but "we move back in January"
    private static bool IsMemory(Scan scan, int start) =>
        scan.IsWord(start - 1, "back") && scan.Is(start, KeyKind.In) && !Returning.Contains(scan.WordAt(Math.Max(0, start - 2)));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Returning = WordSet.Of("move moving come coming shift shifting go going relocate relocating are be");

    // "Coming back 20 August, so don't send anything before", "out of station till 5th": until when nobody is there.
    private static bool IsAway(Scan scan, int start, When when) =>
        ((scan.IsWord(when.Start - 1, "back") || scan.IsWord(when.Start - 2, "back") || Away.IsIn(scan, start, when.Start)) && Undisturbed.IsIn(scan, when.End, when.End + 10)) || TillThen.IsIn(scan, start, when.Start + 1);

    private static readonly PhraseTable<bool> Away = new((true, "returning|returns|return|travelling|traveling|abroad|away|busy|free; out of town|station|country|office; on leave|vacation"));
    private static readonly PhraseTable<bool> TillThen = new((true,
        "travelling|traveling|abroad|away|busy|unavailable|unreachable till|until|upto; out of town|station|country|office till|until|upto|from|between; out of the|my office|country|town till|until|upto|from|between; on leave|vacation|holiday|holidays till|until|upto|from|between; "
        + "on annual|medical|sick|parental|maternity|paternity|casual leave till|until|upto|from|between; ooo till|until|upto|from; back in the office on; back at work|office|desk on; return|returning to the office|work on; my|his|her return on; no|limited access to mail|mails|email|emails|my until|till|from"));
    private static readonly PhraseTable<bool> Undisturbed = new((true,
        "don't|dont|don’t|not|never send|call|ring|contact|disturb|message|whatsapp|mail|email; don't|dont|don’t please send|call|contact; only then|after call|contact|send; call|contact|send then|after"));

    // "Let's talk next month", "ping me in January", "I'll be back next week": when we hear of each other again.
    private static bool IsTalk(Scan scan, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Talking.Contains(scan.WordAt(i)) || ((scan.IsWord(i, "me") || scan.IsWord(i, "us")) && Reaching.Contains(scan.WordAt(Math.Max(0, i - 1)))) || (scan.IsWord(i, "up") && scan.IsWord(i - 1, "follow"))
                || (scan.IsWord(i, "back") && (scan.IsWord(i - 1, "get") || scan.IsWord(i - 1, "be") || scan.IsWord(i - 1, "come") || scan.IsWord(i - 1, "i'm") || scan.IsWord(i - 1, "am"))))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Talking = WordSet.Of("talk speak discuss chat revert reconnect remind confirm quote quotation offer proposal brochure answer reply response documents report invoice");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reaching = WordSet.Of("ping call contact ring phone text message whatsapp tell mail email write remind");

    // "I land on 5th December", "I'll be there in December for a week", "can we meet next week": when somebody comes, not when he moves.
    private static bool IsStay(Scan scan, int start, When when)
    {
        for (var i = start; i < when.Start; i++)
        {
            if ((Meeting.Contains(scan.WordAt(i)) && (scan.Cues.HasFlag(Cues.Question) || scan.IsWord(i - 1, "i") || scan.IsWord(i - 1, "we") || scan.IsWord(i - 1, "i'll") || scan.IsWord(i - 1, "we'll") || scan.IsWord(i - 1, "to") || i == 0)) || (scan.IsWord(i, "there") && scan.IsWord(i - 1, "be")) || (scan.IsWord(i, "valid") && scan.Cues.HasFlag(Cues.Question)))
                return true;
        }
        return (scan.Cues & Cues.Visit) != 0 && when.Unit == 0 && when.Max is <= 1 && !WordSet.AnyIn(Moves, scan, start, when.Start);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Meeting = WordSet.Of("land landing meet meeting visit visiting flight viewing");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of("move moving shift shifting open opening live need want buy possession launch");
}
