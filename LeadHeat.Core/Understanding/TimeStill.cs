namespace LeadHeat.Core.Understanding;

/// <summary>Knows times until which things stay as they are: <c>this winter we still rent</c>, <c>until March we stay with my brother</c>.</summary>
internal static class TimeStill
{
    private static readonly PhraseTable<bool> Still = new((true,
        "we|i|they still rent|live|stay|have|use|pay|sit|work; we|i|they are|am still; we're|we’re|i'm|i’m|im|they're still; still rent|renting|live|living|stay|staying|tied|stuck|under|abroad|away"));

    private static readonly PhraseTable<bool> Staying = new((true, "we|i|they stay|remain|live|rent|keep|sit|work; we|i|they are|will|can staying|stay|remain|live|rent|keep; we'll|we’ll|i'll|i’ll stay|remain|live|rent|keep; we're|we’re|i'm|i’m|im staying|renting|living"));

    // "Baby comes in August, so till then it's decaf"; "we move in March, until then we rent" is ours.
    private static bool IsOthersUntil(Scan scan, When when)
    {
        if (!UntilThen.IsIn(scan, when.End, when.End + 3) || TimeBehind.IsBeforeThat(scan, when.End))
            return false;
        for (var at = when.Start - 1; at >= 0 && !Clauses.Pauses(scan, at); at--)
        {
            if (Ours.Contains(scan.WordAt(at)))
                return false;
        }
        return true;
    }

    private static readonly PhraseTable<bool> UntilThen = new((true, "till|until|til then; tab tak"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ours = WordSet.Of("i we we'd we’d i'd i’d we'll we’ll i'll i’ll me us move moving shift shifting need want open opening opens hum main mujhe humko");

    public static bool IsIt(Scan scan, When when)
    {
        // "Next year, we're still under contract" says why; "until March, we stay here" goes on.
        var at = scan.IsSign(when.End, ',') ? when.End + 1 : when.End;
        return Still.At(scan, when.End) is not null || IsOthersUntil(scan, when) || (scan.IsWord(when.Start, "until") || scan.IsWord(when.Start, "till") || scan.IsWord(when.Start, "til")) && Staying.At(scan, at) is not null;
    }
}
