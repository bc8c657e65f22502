namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts of somebody who is only supposed: <c>if a person borrows 50 lakhs, what is his EMI?</c>, <c>for an assignment: a family earns 90,000</c>.</summary>
internal static class MoneySupposed
{
    private const int Reach = 14;

    private static readonly PhraseTable<bool> Anybody = new((true,
        "someone; somebody; anyone; anybody; people; koi; a|one|any person|man|woman|couple|family|buyer|customer|company|guy|student; "
        + "a|one|some|any made|made-up|fictional|typical|normal|average|young|certain|given person|man|woman|couple|family|buyer|customer|company|guy|student; some made - up; a made - up; some person|guy|family|couple|company"));

    private static readonly PhraseTable<bool> Supposing = new((true, "if; suppose; supposing; imagine; say; agar; hypothetically; assume; assuming; let's|lets assume|say|suppose"));

    private static readonly PhraseTable<bool> Exercise = new((true, "assignment; homework; coursework; thesis; dissertation; quiz; school|college|uni|university|class project|exercise|task|question|case"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i i'd i’d i'm i’m i'll we we'd we’d we're we’re me us my our mine");

    public static bool IsIt(Scan scan, in Price price)
    {
        if (price.Before.Money && IsOwn(scan, price.Before.Edge, price.Start))
            return false;
        var somebody = false;
        for (var at = price.Start - 1; at >= 0 && at >= price.Start - Reach && !Clauses.EndsSentence(scan, at); at--)
        {
            if (Selves.Contains(scan.WordAt(at)))
                return false;
            somebody |= Anybody.At(scan, at) is not null;
            if (somebody && Supposing.At(scan, at) is not null)
                return true;
        }
        return !price.Before.Money && Exercise.IsIn(scan, 0, scan.Tokens.Length);
    }

    private static bool IsOwn(Scan scan, int edge, int start)
    {
        for (var at = Math.Max(0, edge - 3); at < start; at++)
        {
            if (Selves.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }
}
