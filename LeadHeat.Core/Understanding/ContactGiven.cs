namespace LeadHeat.Core.Understanding;

/// <summary>Knows numbers that the visitor was given, and addresses that are for papers: <c>the watchman gave me 9900 417 223</c>, <c>billing goes to finance@…</c></summary>
internal static class ContactGiven
{
    private const int Reach = 7;

    // "The watchman give me 9900 417 223"; "give me a call on …" is himself.
    private static readonly PhraseTable<bool> Given = new((true, "gave|give|gives|given|shared|sent|passed|handed|provided|told me|us; gave|given|give me|us this|the|a|that"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Number = WordSet.Of("this the that a number no num contact mobile phone landline as : his her their office");

    // "Billing goes to finance@…", "accounts@… is for invoices": nobody to talk to.
    private const string Papers = "invoice|invoices|bill|bills|billing|payment|payments|receipts|statements|accounting|tenders|pos";
    private static readonly PhraseTable<bool> PapersTo = new((true, $"{Papers} to|at; {Papers} go|goes|sent|please|only to; {Papers} should|can|must|are go|sent to; {Papers} should be sent to; for {Papers} use|only|write; for {Papers} it|there is"));
    private static readonly PhraseTable<bool> ForPapers = new((true, $"is|are for {Papers}; is|are only|just|meant for {Papers}; is|are for the|our|sending|all {Papers}; for|- {Papers}; handles|gets|receives|does {Papers}; handles|gets|receives our|the|all {Papers}"));

    public static bool IsIt(Scan scan, int start, int end)
    {
        if (ForPapers.At(scan, scan.IsSign(end, ')') || scan.IsSign(end, ',') ? end + 1 : end) is not null)
            return true;
        for (var at = start - 1; at >= 0 && at >= start - Reach; at--)
        {
            if (Given.At(scan, at) is var (_, number) && Leads(scan, number, start) || PapersTo.At(scan, at) is var (_, to) && Leads(scan, to, start))
                return true;
        }
        return false;
    }

    private static bool Leads(Scan scan, int at, int start)
    {
        while (at < start && (Number.Contains(scan.WordAt(at)) || scan.IsSign(at, ',') || scan.IsSign(at, ':')))
            at++;
        return at == start;
    }
}
