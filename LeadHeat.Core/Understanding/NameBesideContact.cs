using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name beside a number or an e-mail address.</summary>
internal static class NameBesideContact
{
    /// <summary>"rohan 9845012345", "contact Sneha on 98450 12345"</summary>
    public static bool Try(Scan scan, bool sure)
    {
        if ((scan.Find(FactFields.Phone) ?? scan.Find(FactFields.Email)) is not { } contact)
            return false;
        if (NameBetween.At(scan) is var (inner, innerEnd) && IsAlone(scan, inner, innerEnd, sure))
            return Noted(scan, inner, innerEnd);
        var (start, end) = (scan.TokenAt(contact.Spans[0].Start), scan.TokenAt(contact.Spans[^1].End));
        var before = start - 1;
        while (before > 0 && (scan.IsSign(before, ',') || scan.IsSign(before, '-') || scan.IsSign(before, ':') || scan.IsSign(before, '/') || scan.IsSign(before, '|')))
            before--;
        if (before is >= 0 and <= 2 && IsAlone(scan, 0, before + 1, sure))
            return Noted(scan, 0, before + 1);
        var close = scan.IsSign(scan.Tokens.Length - 1, ')') ? scan.Tokens.Length - 1 : scan.Tokens.Length;
        while (end < close - 1 && (scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '(')))
            end++;
        if (end < close && NameShape.From(scan, end, lower: false) is var (after, afterEnd) && after == end && afterEnd < close && scan.IsSign(afterEnd, ',') && scan.IsSign(end - 1, '-') && NameWords.IsStrange(scan, after))
            return Noted(scan, after, afterEnd);
        var beside = scan.IsSign(end, '.') || scan.IsSign(end, ';') ? end + 1 : end;
        if (EndBetweenSigns(scan, beside) is > 0 and var behindName)
            return Noted(scan, beside, behindName);
        if (end < close && close - end <= 3 && IsAlone(scan, end, close, sure))
            return Noted(scan, end, close);
        if (sure)
            return false;
        if (Called(scan, before) is var (called, calledEnd))
            return Noted(scan, called, calledEnd);
        var link = scan.IsWord(before, "on") || scan.IsWord(before, "at") || scan.IsWord(before, "is") ? before - 1 : before;
        if (NameShape.Before(scan, link + 1) is not var (first, last) || first == 0 || NameFinder.IsPlace(scan, first))
            return false;
        var verb = NameShape.IsTitle(scan, first - 1) ? first - 2 : first - 1;
        // "Possession by Ugadi. Prashanth Hegde 98860 41733": a sentence that is nothing but a name and a number.
        var opens = link == before && last > first + 1 && scan.IsSign(first - 1, '.') && GivenNames.IsAt(scan, first) && !NamePlaces.IsOfPhrase(scan, first, last);
        return (opens || scan.IsWord(verb, "contact") || scan.IsWord(verb, "call") || scan.IsWord(verb, "reach") || scan.IsWord(verb, "ask") || scan.IsWord(verb, "ring"))
            && Noted(scan, first, last);
    }

    // "98450 12345, Farah, not before 4", "98450 12345. Tomasz. Evenings": given names with a sign on either side.
    private static int EndBetweenSigns(Scan scan, int start)
    {
        var end = start;
        while (end < start + 3 && GivenNames.IsAt(scan, end) && scan.Tokens[end].Capital)
            end++;
        return end > start && Separates(scan, start - 1) && Separates(scan, end) && !NameFinder.IsPlace(scan, start) ? end : 0;
    }

    private static bool Separates(Scan scan, int at) => Clauses.Pauses(scan, at) || NameSigned.IsDash(scan, at);

    // "Text me, Sam, 98450 12345", "call me, Ayesha, on …"
    private static (int First, int End)? Called(Scan scan, int before)
    {
        var last = scan.IsWord(before, "on") || scan.IsWord(before, "at") || scan.IsWord(before, "under") ? before - 1 : before;
        while (scan.IsSign(last, ',') || NameSigned.IsDash(scan, last))
            last--;
        var first = last;
        while (first > 0 && last - first < 2 && GivenNames.IsAt(scan, first - 1) && scan.Tokens[first - 1].Capital)
            first--;
        return first > 2 && GivenNames.IsAt(scan, last) && scan.Tokens[last].Capital && Separates(scan, first - 1) && (scan.IsWord(first - 2, "me") || scan.IsWord(first - 2, "us")) && Reaching.Contains(scan.WordAt(first - 3))
            ? (first, last + 1) : null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reaching = WordSet.Of("text call ring ping message msg whatsapp phone mail email contact reach to");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Houses = WordSet.Of("project building tower society layout brand shop cafe café restaurant hotel school street road park place product tool");

    /// <summary>Whether a strange word with a capital ends its clause beside a number or an address, and no house is spoken of: "the name is Lakshman".</summary>
    public static bool IsTold(Scan scan, int at)
    {
        if (!NamePlaces.HasContact(scan) || at >= scan.Tokens.Length || !scan.Tokens[at].Capital || !NameWords.IsStrange(scan, at) || NameFinder.IsPlace(scan, at)
            || NameShape.From(scan, at, lower: false) is not var (_, end) || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !scan.Tokens[end].Taken && !scan.Is(end, KeyKind.And)))
            return false;
        for (var i = 0; i < at; i++)
        {
            if (Houses.Contains(scan.WordAt(i)) || CompanyFinder.IsHouse(scan, i))
                return false;
        }
        return true;
    }

    /// <summary>The same of a full name: "it is Gladys Coelho and the number is 98450 63317".</summary>
    public static bool IsToldInFull(Scan scan, int at) => IsTold(scan, at) && NameShape.From(scan, at, lower: false) is var (first, end) && first == at && end > at + 1 && NameWords.IsStrange(scan, end - 1);

    private static bool Noted(Scan scan, int first, int end)
    {
        NameFinder.Note(scan, NameShape.AfterTitles(scan, first) is var named && named < end ? named : first, end, 0.85);
        return true;
    }

    // Where a place might be meant as well, the first word must be nothing but a name.
    private static bool IsAlone(Scan scan, int start, int end, bool sure)
    {
        for (var i = start; i < end; i++)
        {
            if (!GivenNames.IsAt(scan, i) && ((sure && i == start) || scan.Tokens[i].Word >= 0 || !NameWords.IsStrange(scan, i)))
                return false;
        }
        return end > start;
    }
}
