namespace LeadHeat.Core.Understanding;

/// <summary>Tells numbers that the visitor can be reached at from those that are taken back, are ours, count something else or are not to be called.</summary>
internal static class PhoneDoubts
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Calling = WordSet.Of("call use text dial ring whatsapp message contact try save share sms ping phone");
    private static readonly PhraseTable<bool> Stop = new((true, "kindly|please|pls don't|don’t|dont|stop; please|kindly stop that|it|this; stop that|it|this"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = WordSet.Of("before after at during on until till between in now today tonight tomorrow while when unless except");

    // "order id 98765 43210" counts something else; "my whatsapp number is 98450 12345" does not.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbered = WordSet.Of(
        "order booking invoice account ticket reference ref tracking policy aadhaar aadhar passport rera licence license permit card otp pin iban gst gstin vat trn complaint po serial survey khata folio receipt transaction utr customer consignment awb parcel registration application token docket courier shipment job quotation quote bill contract agreement deal file meter model part sku imei chassis vehicle plate employee student warranty machine's delivery");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reached = WordSet.Of("mobile mob cell tel telephone landline reach me us at on via and");

    // "Not 98450 12354", "my old number 98450 12345", "don't call 98450 12345", "order id 98765 43210"
    public static bool IsRejected(Scan scan, int start, int end)
    {
        var token = scan.TokenAt(start);
        var after = scan.TokenAt(end);
        // "… is my son's, don't use"
        for (var i = after; i < Math.Min(scan.Tokens.Length - 1, after + 8) && !scan.IsSign(i, '.'); i++)
        {
            if (scan.Is(i, KeyKind.Not) && (scan.IsWord(i + 1, "use") || scan.IsWord(i + 1, "call") || scan.IsWord(i + 1, "ring")) && (scan.IsWord(i + 2, "there") || i + 2 >= scan.Tokens.Length || scan.Tokens[i + 2].Kind == TokenKind.Symbol))
                return true;
        }
        // "…, kindly don't", "…, please don't ring there"
        if (Stop.At(scan, scan.IsSign(after, ',') || scan.IsSign(after, '.') ? after + 1 : after) is var (_, said) && (said >= scan.Tokens.Length || scan.Tokens[said].Kind == TokenKind.Symbol))
            return true;
        // "… is not reachable", "… is switched off", "not on …"
        if (scan.IsWord(after, "is") && (scan.IsWord(after + 1, "off") || scan.IsWord(after + 1, "switched") || scan.IsWord(after + 1, "dead") || (scan.Is(after + 1, KeyKind.Not) && (scan.IsWord(after + 2, "reachable") || scan.IsWord(after + 2, "working") || scan.IsWord(after + 2, "active")))))
            return true;
        return scan.IsWord(token - 1, "not") || (scan.IsWord(token - 2, "not") && (scan.IsWord(token - 1, "on") || scan.IsWord(token - 1, "at"))) || scan.IsWord(token - 1, "old") || (scan.IsWord(token - 2, "old") && scan.IsWord(token - 1, "number")) || (scan.IsWord(token - 3, "old") && scan.IsWord(token - 1, "is"))
            || IsNumbered(scan, token) || ContactDoubts.IsOthers(scan, token, after) || !IsTimed(scan, after) && ContactDoubts.IsUnwanted(scan, token);
    }

    // "my booking ref with another agent is 98765 43210", within a clause; "about my order, call 98450 12345" is a number to call.
    private static bool IsNumbered(Scan scan, int token)
    {
        for (var at = token - 1; at >= Math.Max(0, token - 7); at--)
        {
            var word = scan.WordAt(at);
            if (Numbered.Contains(word) || IsMistyped(word))
                return true;
            if (Calling.Contains(word) || Reached.Contains(word) || (scan.Tokens[at].Kind == TokenKind.Symbol && !Joins(scan, at)) || scan.Tokens[at].Kind == TokenKind.Number)
                return false;
        }

        return false;
    }

    // "my oder no. 98450 12376": what is no word is one of them with a typing error.
    private static bool IsMistyped(ReadOnlySpan<char> word)
    {
        if (word.Length is < 4 or > Tokenizer.LongestWord || EnglishWords.IsUsual(word))
            return false;
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        var folded = letters[..Tokenizer.Fold(word, letters)];
        foreach (var known in LongNumbered)
        {
            if (!folded.IsEmpty && folded[0] == known[0] && Math.Abs(folded.Length - known.Length) <= 1 && EditDistance.Of(folded, known, 1) <= 1)
                return true;
        }
        return false;
    }

    private static readonly string[] LongNumbered = ["order", "booking", "invoice", "account", "ticket", "reference", "tracking", "passport", "licence", "license", "complaint", "customer", "registration", "quotation", "agreement", "delivery"];

    private static bool Joins(Scan scan, int at) => (scan.IsSign(at, '.') && (scan.IsWord(at - 1, "no") || scan.IsWord(at - 1, "nr") || scan.IsWord(at - 1, "num") || scan.IsWord(at - 1, "ref"))) || scan.IsSign(at, ':') || scan.IsSign(at, '#') || scan.IsSign(at, '-');

    // "don't call 98450 12345 before 6"
    private static bool IsTimed(Scan scan, int after) => after < scan.Tokens.Length && Times.Contains(scan.WordAt(after));

    // "… 12342, sorry, 24 not 42 at the end": which digits are meant is anybody's guess.
    public static bool IsAmended(Scan scan, int from)
    {
        var corrected = -1;
        for (var i = from; i < Math.Min(scan.Tokens.Length, from + 12); i++)
        {
            if (corrected < 0 && i < from + 5 && (IsCorrecting(scan, i) || scan.IsWord(i, "oops") || scan.IsWord(i, "mistake")))
                corrected = i;
            else if (corrected >= 0 && scan.Tokens[i].Kind == TokenKind.Number)
                return scan.Tokens[i] is { Taken: false, Length: <= 6 } && (i + 1 >= scan.Tokens.Length || scan.Tokens[i + 1].Key.Kind is KeyKind.None or KeyKind.Not or KeyKind.About);
        }
        return false;
    }

    // "Is your number still 080 4123 4567?"
    public static bool IsOurs(Scan scan, int start)
    {
        var token = scan.TokenAt(start);
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
        {
            if (scan.IsWord(i, "your"))
                return true;
        }
        return false;
    }

    /// <summary>Whether a number is a house's that costs its callers nothing: nobody is reached at such a one himself.</summary>
    public static bool IsTollFree(string number, ReadOnlySpan<char> written) => written is ['1', '8', '0' or '6', '0', ' ' or '-', ..] || Array.Exists(TollFree, start => number.StartsWith(start, StringComparison.Ordinal));

    private static readonly string[] TollFree = ["+1800", "+1888", "+1877", "+1866", "+1855", "+1844", "+1833", "+911800", "+911860", "+971800", "+44800", "+44808", "+49800", "+33800", "+61180", "+61130"];

    private static bool IsCorrecting(Scan scan, int i) =>
        scan.IsWord(i, "sorry") || scan.IsWord(i, "actually") || scan.IsWord(i, "rather") || scan.IsWord(i, "correction") || scan.IsWord(i, "wait") || scan.IsWord(i, "mean");
}
