namespace LeadHeat.Core.Understanding;

/// <summary>Knows numbers of whom others ring and of whom is only spoken: <c>someone keeps phoning my mother at …</c>, <c>my tenant is gone, his mobile used to be …</c>.</summary>
internal static class ContactOfThird
{
    private const int Reach = 10;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("is was used to be new personal official direct the");

    public static bool IsIt(Scan scan, int start) => IsRungByOthers(scan, start) || IsHis(scan, start);

    private static readonly PhraseTable<bool> Callers = new((true,
        "someone|somebody|they|he|she|people keeps|keep|always|calls|rings|phones|is|are|has|have; your|ur people|guys|team|agents|agent|staff|colleagues|office|bot keeps|keep|always|is|are|has|have|calls; you|u keep|always|are|have|kept; are you|u; someone|somebody|they calls|call|rings|ring|phones|phone"));

    // "Someone keeps phoning my mother at …", "your people are calling my wife on …"; not "when someone calls …", "your team can call my secretary on …"
    private static bool IsRungByOthers(Scan scan, int start)
    {
        if (!scan.IsWord(start - 1, "at") && !scan.IsWord(start - 1, "on"))
            return false;
        var rung = false;
        for (var at = start - 2; at >= 0 && at >= start - Reach && !Clauses.Pauses(scan, at); at--)
        {
            rung |= (ContactOwner.Calling.Contains(scan.WordAt(at)) || scan.IsWord(at, "phoning")) && !scan.IsWord(at + 1, "me") && !scan.IsWord(at + 1, "us");
            if (rung && Callers.At(scan, at) is not null)
                return !scan.IsWord(at - 1, "when") && !scan.IsWord(at - 1, "if") && !scan.IsWord(at - 1, "can") && !scan.IsWord(at - 1, "could");
        }
        return false;
    }

    // "My tenant is gone. His mobile used to be …"; "my wife decides, her number is …" is to be called.
    private static bool IsHis(Scan scan, int start)
    {
        var (named, at) = (false, start - 1);
        for (; at >= 0 && at >= start - Reach && (ContactOwner.Numbers.Contains(scan.WordAt(at)) || Glue.Contains(scan.WordAt(at)) || scan.IsSign(at, ':')); at--)
        {
            named |= ContactOwner.Numbers.Contains(scan.WordAt(at));
            if (named && Past.At(scan, at + 1) is not null)
                return true;
        }
        if (!named || !(scan.IsWord(at, "his") || scan.IsWord(at, "her") || scan.IsWord(at, "their")))
            return false;
        var other = false;
        for (var before = at - 1; before >= 0; before--)
        {
            if (Household.Contains(scan.WordAt(before)) || Dealing.At(scan, before) is not null)
                return false;
            if (ContactOwner.IsOutsider(scan, before) || scan.IsWord(before, "owner") || scan.IsWord(before, "landlord") || scan.IsWord(before, "your") || scan.IsWord(before, "ur"))
                other = true;
        }
        return other;
    }

    private static readonly PhraseTable<bool> Dealing = new((true, "deal|talk|speak|coordinate|liaise with|to; please|pls|kindly call|ring|contact|ask|reach; call|ring|contact|reach him|her|them"));

    private static readonly PhraseTable<bool> Past = new((true, "used to be"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Household = WordSet.Of(
        "wife husband father mother mom mum dad brother sister son daughter partner boss assistant secretary manager parents uncle aunt cousin friend");
}
