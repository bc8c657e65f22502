namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that changed hands long ago or were taken from somebody: <c>took 25,000 from me</c>, <c>2019 mein 65 lakh mein liya tha</c>, <c>my 50k token</c>.</summary>
internal static class MoneyTaken
{
    private const int Reach = 9;

    private static readonly PhraseTable<bool> Taking = new((true,
        "took|taken|charged|billed|debited|deducted|collected|refund|refunded|refunding; gave|given|give you|u|your|ur|him|her|them; owe|owes us|me|my|our; got|get back"));

    private static readonly PhraseTable<bool> Parts = new((true,
        "from me|us|my|our|him|her; as|for booking|token|advance|deposit|earnest; booking|token|advance|deposit ke liye; booking|token|advance|deposit money|amount; back; twice|again last|this|in"));

    private static readonly PhraseTable<bool> Done = new((true,
        "liya|li|liye|kharida|kharidi|khareeda|khareedi|becha|bechi|bika|biki|diya|diye|di|mila|milta|milti|hota|hoti tha|thi|the|hai|h; kharida|khareeda|becha|bika; mil jata|jaata|jati|jaati tha|thi|the; atka|atki|atke|phasa|phase|fasa|fase|pada hua|hue|hai|hain; back then; those days; at that|the time; years|yrs|saal ago|back|pehle; is|are|lying|still stuck|blocked|lying with|at"));

    public static bool IsIt(Scan scan, in Price price)
    {
        if (price.Before.Money && !scan.IsWord(price.Before.Edge, "cost"))
            return false;
        var (from, end) = (Clause(scan, price.Before.Edge), ClauseEnd(scan, price.End));
        for (var i = price.End; i < end; i++)
        {
            // "80 lakh mein mila toh le lunga" is a wish.
            if (Done.At(scan, i) is var (_, behind) && !scan.IsWord(behind, "to") && !scan.IsWord(behind, "toh") && !scan.IsWord(behind - 1, "to"))
                return true;
        }
        // "Mere bhai ne 1.2 cr ka flat liya"
        if (PlacesOfOthers.HasDone(scan, price.Before.Edge, price.End))
            return true;
        if (Taking.IsIn(scan, from, price.Before.Edge) && (Parts.IsIn(scan, price.End, end) || Back(scan, end) || WasTaken(scan, from, price.Before.Edge)))
            return true;
        if (scan.IsWord(price.Before.Edge - 1, "my") && scan.IsWord(price.End, "back") || IsYearAgo(scan, from, price.Before.Edge) || IsYearAgo(scan, price.End, end))
            return true;
        return false;
    }

    // "we were charged Rs 18,000", "you billed us 4,500 euros"
    private static bool WasTaken(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scan.IsWord(i, "charged") || scan.IsWord(i, "billed") || scan.IsWord(i, "debited") || scan.IsWord(i, "deducted") || scan.IsWord(i, "refund") || scan.IsWord(i, "owe") || scan.IsWord(i, "owes"))
                return true;
        }
        return false;
    }

    // "… and now I want it back"
    private static bool Back(Scan scan, int from)
    {
        for (var i = from; i < scan.Tokens.Length; i++)
        {
            if (scan.IsWord(i, "back") && (scan.IsWord(i - 1, "it") || scan.IsWord(i - 1, "money") || scan.IsWord(i - 1, "amount")) || scan.IsWord(i, "refund") || scan.IsWord(i, "wapas"))
                return true;
        }
        return false;
    }

    // "in 2016", "2009 mein"
    private static bool IsYearAgo(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scan.Tokens[i] is { Kind: TokenKind.Number, Length: 4, Number: >= 1980 and var year } && year < scan.Now.Year && (scan.IsWord(i - 1, "in") || scan.IsWord(i + 1, "mein") || scan.IsWord(i + 1, "me") || scan.IsWord(i + 1, "main")))
                return true;
        }
        return false;
    }

    private static int Clause(Scan scan, int start)
    {
        var at = start;
        while (at > 0 && at > start - Reach && !Ends(scan, at - 1))
            at--;
        return at;
    }

    private static int ClauseEnd(Scan scan, int end)
    {
        var at = end;
        while (at < scan.Tokens.Length && at < end + Reach && !Ends(scan, at))
            at++;
        return at;
    }

    private static bool Ends(Scan scan, int at) =>
        Clauses.Ends(scan, at, within: "-/") || scan.IsWord(at, "so") || scan.IsWord(at, "and") || scan.IsWord(at, "ab") || scan.IsWord(at, "budget");
}
