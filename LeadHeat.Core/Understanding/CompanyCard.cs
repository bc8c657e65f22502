using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the house on a card: <c>Tomasz Wilk, Brzeg Logistics, tomasz@…</c>, <c>Nimbus Freight. I'm Deepika, deepika@nimbusfreight…</c>.</summary>
internal static class CompanyCard
{
    private const int MostWords = 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ranks = WordSet.Of(
        "founder cofounder ceo cto coo cfo cmo owner director partner head vp manager sales president lead chief managing general operations ops marketing procurement purchase admin proprietor hr it finance accounts support mobile cell phone tel email mail ph whatsapp");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addresses = WordSet.Of("road street avenue lane nagar layout marina bay colony sector block floor building tower hills circle cross");

    public static bool Try(Scan scan)
    {
        for (var start = 0; start < scan.Tokens.Length; start++)
        {
            if (!Begins(scan, start) || End(scan, start) is not (> 0 and var end) || !(IsOfMail(scan, start, end) || IsBehindName(scan, start, end) || IsBeforeName(scan, start, end)))
                continue;
            var name = scan.Span(start, end).Of(scan.Text);
            scan.Found(FactFields.Company, new(Text: name), name, 0.88, start, end);
            return true;
        }
        return false;
    }

    private static bool Begins(Scan scan, int at) => at == 0 || NameSigned.IsNewLine(scan, at) || scan.IsSign(at - 1, ',') || scan.IsSign(at - 1, '.') || scan.IsSign(at - 1, '/') || scan.IsSign(at - 1, '|') || scan.IsWord(at - 1, "comma");

    // Capitals up to the next sign, line, number or address; 0 when something else follows.
    private static int End(Scan scan, int start)
    {
        var (end, isRank) = (start, false);
        while (end < scan.Tokens.Length && end - start <= MostWords && (end == start || !NameSigned.IsNewLine(scan, end)) && (CompanyFinder.IsCompanyWord(scan, end) || (end > start && CompanyFinder.IsLinked(scan, end))))
            isRank |= Ranks.Contains(scan.WordAt(end++));
        var over = end >= scan.Tokens.Length || scan.Tokens[end].Taken || NameSigned.IsNewLine(scan, end) || (scan.Tokens[end].Kind == TokenKind.Symbol && !scan.IsSign(end, '?'));
        return over && !isRank && end > start && !Addresses.Contains(scan.WordAt(end - 1)) && !NameFinder.IsPlace(scan, start) ? end : 0;
    }

    // "Nimbus Freight", and an address of nimbusfreight.example
    private static bool IsOfMail(Scan scan, int start, int end)
    {
        if (scan.Find(FactFields.Email)?.Value.Text is not { } mail || mail.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var sign))
            return false;
        var house = mail[(sign + 1)..].Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        var letters = string.Concat(scan.Span(start, end).Of(scan.Text).Where(char.IsLetterOrDigit));
        return end > start + 1 && house.Equals(letters, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly PhraseTable<bool> Saying = new((true, "main; myself; this is; i'm|i’m|im|iam; i am; me; myself is; contact person; contact; contact :"));

    // "Udaan Classes, main Rakesh Malviya, rakesh…": who writes names the house first.
    private static bool IsBeforeName(Scan scan, int start, int end) =>
        end > start + 1 && start == 0 && !NameWords.IsPossessive(scan, start) && scan.IsSign(end, ',') && !GivenNames.IsAt(scan, start) && NamePlaces.HasContact(scan) && scan.Find(FactFields.Name) is { } name
        && Saying.At(scan, end + 1) is var (_, behind) && scan.TokenAt(name.Spans[0].Start) == behind;

    // Behind the name, before a number or an address, or in the lines below it: of several words, none of which is a person's.
    private static bool IsBehindName(Scan scan, int start, int end)
    {
        if (end < start + 2 || scan.Find(FactFields.Name) is not { } name || GivenNames.IsAt(scan, start) || (scan.Find(FactFields.Phone) ?? scan.Find(FactFields.Email)) is null && !(scan.TokenAt(name.Spans[0].Start) is > 0 and var first && NameSigned.IsDash(scan, first - 1) && end == scan.Tokens.Length))
            return false;
        var behind = scan.TokenAt(name.Spans[^1].End);
        if (start <= behind)
            return false;
        for (var at = behind; at < start; at++)
        {
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Ranks.Contains(scan.WordAt(at)) && !scan.IsWord(at, "comma"))
                return false;
        }
        return true;
    }
}
