namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that another seller wants: <c>the dealer wants 9.8 lakhs</c>, <c>builder 1.8 crore bol raha hai</c>, <c>Zoho gives it for 12k</c>.</summary>
internal static class MoneySellers
{
    private const int Reach = 9;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Sellers = WordSet.Of(
        "dealer dealers supplier suppliers vendor vendors agent agents broker brokers builder builders developer developers owner owners seller sellers landlord competitor competitors competition shop store roaster roasters distributor distributors provider agency contractor wala wale malik makanmalik");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = WordSet.Of(
        "wants wanted want asks ask asking asked quotes quote quoted quoting offers offer offered offering gives give gave giving charges charge charged charging takes taking bills billed billing proposes propose proposed proposing sells sell sold told showed shows says said demands demanded expects does maang mang maangta bol bola bata bataya de deta dete");

    private static readonly PhraseTable<bool> Offers = new((true, "gives|offers|sells|does us|me|it|this|that|the|them|same"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Open = WordSet.Of("you your u ur if anyone anybody someone somebody who which boss company");

    public static bool IsIt(Scan scan, in Price price)
    {
        var edge = price.Before.Edge;
        if (price.Before.Money)
            return scan.Is(edge, KeyKind.Money) && Owned(scan, edge - 1);
        var (told, offered, open) = (false, false, false);
        for (var i = price.End; i < Math.Min(scan.Tokens.Length, price.End + 4) && scan.Tokens[i].Kind == TokenKind.Word; i++)
            told |= Telling.Contains(scan.WordAt(i)) && scan.IsWord(i + 1, "raha") || Telling.Contains(scan.WordAt(i)) && scan.IsWord(i + 1, "rahe");
        var joined = scan.IsWord(edge - 1, "for") || scan.IsWord(price.Start - 1, "for") || scan.IsWord(edge - 1, "at") || scan.IsWord(price.Start - 1, "at");
        for (var i = edge - 1; i >= 0 && i > edge - Reach && !Ends(scan, i); i--)
        {
            if (told && (Sellers.Contains(scan.WordAt(i)) || IsOtherHouse(scan, i) || AnswerFinder.IsTool(scan, i) || FromUs.IsIn(scan, price.End, price.End + FromReach)))
                return true;
            told |= Telling.Contains(scan.WordAt(i)) && !scan.IsWord(i + 1, "to");
            // "they take 4500 monthly", "they offered us 1800"
            if (Charging.At(scan, i) is not null && !open)
                return true;
            offered |= joined && Offers.At(scan, i) is not null;
            open |= Open.Contains(scan.WordAt(i));
        }
        return offered && !open;
    }

    // "they want 1,900 a month from us"
    private const int FromReach = 5;
    private static readonly PhraseTable<bool> FromUs = new((true, "from us|me"));

    private static readonly PhraseTable<bool> Charging = new((true,
        "they|he|she take|takes|took|charge|charges|charged|bill|bills|billed|quote|quotes|quoted|ask|asks|asked; they|he|she are|were|is|was taking|charging|billing|asking; they|he|she offer|offers|offered|propose|proposes|proposed us|me; they|he|she have|has offered|proposed|quoted|charged|billed"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Otherwise = WordSet.Of("last previous other another different old former earlier dusra dusri doosra doosri pichla pichli");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ours = WordSet.Of("our my apna apni");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moments = WordSet.Of("time day evening night hand thing side");

    // "the last one wanted 40k a month", "another school proposes 1500"; "our other office pays" is the visitor's.
    private static bool IsOtherHouse(Scan scan, int at) =>
        at > 0 && scan.Tokens[at].Kind == TokenKind.Word && !scan.Is(at, KeyKind.TimeUnit) && !Moments.Contains(scan.WordAt(at)) && Otherwise.Contains(scan.WordAt(at - 1)) && !(at > 1 && Ours.Contains(scan.WordAt(at - 2)));

    // "the other vendor's price is 9k"
    private static bool Owned(Scan scan, int at) =>
        at >= 0 && scan.WordAt(at) is var word && (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) && Sellers.Contains(word[..^2]);

    private static bool Ends(Scan scan, int at) =>
        Clauses.Ends(scan, at, within: "-") || scan.IsWord(at, "so") || scan.IsWord(at, "and") || scan.IsWord(at, "my");
}
