namespace LeadHeat.Core.Understanding;

/// <summary>Knows times at which nothing is needed: <c>we don't need it this year</c>, <c>they won't let us sign in December</c>. <c>We don't need it before June</c> is after June.</summary>
internal static class TimeNotNeeded
{
    private const int Widest = 5;

    private static readonly PhraseTable<bool> Denied = new((true,
        "don't|don’t|dont|won't|won’t|wont|doesn't|doesn’t|doesnt need|want|require|happen; don't|don’t|dont|won't|won’t|wont need|want|require it|one|that|this|them|anything|a|the; don't|don’t|dont|won't|won’t|wont be needing|buying|moving; "
        + "do|will not need|want|require; do|will not need|want|require it|one|that|this|them|anything; will not be needing|buying|moving; not needed|required|wanted; not happening; nahi chahiye"));

    public static bool IsIt(Scan scan, When when)
    {
        if (scan.Tokens[when.Start].Key.Kind is KeyKind.By or KeyKind.AtMost or KeyKind.After or KeyKind.AtLeast or KeyKind.Not || scan.IsWord(when.Start, "for"))
            return false;
        for (var start = Math.Max(0, when.Start - Widest); start < when.Start; start++)
        {
            if (Denied.At(scan, start) is var (_, end) && end == when.Start)
                return true;
        }
        return Denials.OfDoing(scan, when.Start);
    }
}
