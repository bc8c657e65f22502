namespace LeadHeat.Core.Understanding;

/// <summary>Knows what ends or begins at a time, so that what is wanted has to stand by then: <c>we have a kick-off on 11 January</c>, <c>before our fiscal year begins on 1 April</c>.</summary>
internal static class TimeEnds
{
    /// <summary>"The roastery we use is closing down at the end of April"</summary>
    public static bool IsSupplier(Scan scan, int start, int end) => Suppliers.IsIn(scan, start, end) && Closing.IsIn(scan, start, end);

    /// <summary>"We have a kick-off on 11 January", "settled before school starts on 1 September": a bound, and no day.</summary>
    public static bool IsBound(Scan scan, int start, int end) => (Gatherings.IsIn(scan, start, end) && Having.IsIn(scan, start, end)) || Starting.IsIn(scan, start, end);

    private static readonly PhraseTable<bool> Gatherings = new((true, "kick - off; kickoff; conference|expo|exhibition|fair|summit|offsite|party|wedding|engagement|housewarming|inspection|audit|anniversary|gala|event"));
    private static readonly PhraseTable<bool> Having = new((true, "have; having; there's; host; hosting"));

    private static readonly PhraseTable<bool> Starting = new((true,
        "before|until|till school|schools|term|semester|college|classes|work|ramadan|season|lease|contract|rent|tenancy|visa starts|begins|reopens|opens|ends|finishes|expires; "
        + "before|until|till the school gates|doors starts|begins|reopens|opens|open|ends; before|until|till the|my|our|her|his school|schools|term|semester|college|classes|work|job|season|lease|contract|rent|tenancy|visa|year starts|begins|reopens|opens|ends|finishes|expires; "
        + "before|until|till the|my|our|her|his fiscal|financial|business|academic|school|new|next year|term|season|semester starts|begins|reopens|opens|ends|finishes|expires"));

    private static readonly PhraseTable<bool> Suppliers = new((true, "roastery; roaster; roasters; supplier; vendor; provider; distributor; dealer; tool; software; crm; agency"));
    private static readonly PhraseTable<bool> Closing = new((true, "is|are closing|stopping|shutting|quitting|discontinued|retired; closes|shuts|winds down|up|shop; being discontinued|retired|withdrawn; stops supplying|supply|deliveries"));
}
