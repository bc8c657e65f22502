using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds names that stand by themselves, as on a card: <c>… Khalid. +971 50 …</c>, <c>(Jacinta, 07700 …)</c>, <c>Farah, Bean &amp; Bench, 97400 …</c>, <c>… not before. Pieter Vos</c>.</summary>
internal static class NameCard
{
    public static bool Try(Scan scan) => TryOfMail(scan) || TryBeforeContact(scan, scan.Find(FactFields.Phone)) || TryBeforeContact(scan, scan.Find(FactFields.Email)) || TryFirst(scan) || TryLast(scan);

    // "Inga Lindqvist at Norrfjord Maskin, inga.lindqvist@…": the full name that an address is made of.
    private static bool TryOfMail(Scan scan)
    {
        if (scan.Find(FactFields.Email) is not { } mail)
            return false;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (scan.Tokens[at].Capital && NameShape.From(scan, at, lower: false) is var (first, last) && first == at && last > first + 1 && MailNames.IsOf(mail.Value.Text, Given(scan, first, last - 1), scan.WordAt(last - 1)))
                return Noted(scan, first, last);
        }
        return false;
    }

    // "K. S. Thimmaiah" has initials alone before the surname.
    private static ReadOnlySpan<char> Given(Scan scan, int first, int surname) => scan.Tokens[first].Length > 1 ? scan.WordAt(first) : scan.Text.AsSpan(scan.Tokens[first].Start, scan.Tokens[surname].Start - scan.Tokens[first].Start);

    // Right before a number or an address, at the head of its sentence, line or bracket.
    private static bool TryBeforeContact(Scan scan, FoundValue? contact)
    {
        if (contact is null)
            return false;
        var end = scan.TokenAt(contact.Spans[0].Start);
        while (end > 0 && (scan.Tokens[end - 1].Kind == TokenKind.Symbol && !scan.IsSign(end - 1, '?') || Labels.Contains(scan.WordAt(end - 1))))
            end--;
        if (NameShape.Before(scan, end) is not var (first, last))
            return false;
        // "call me, Sister Philomena, 0471-…"
        if (last > first + 1 && Orders.Contains(scan.WordAt(first)))
            first++;
        return (IsPerson(scan, first, last) || IsSurelyOne(scan, first)) && Stands(scan, first) && Noted(scan, first, last);
    }

    // "Abu Khalid. mobile +971 …"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = WordSet.Of("mobile mob cell phone ph tel telephone whatsapp number email mail");

    // "Farah, Bean & Bench in Koramangala, 97400 66128": one given name and a comma, then what is no place and speaks to nobody.
    private static bool TryFirst(Scan scan) =>
        NamePlaces.HasContact(scan) && !scan.Cues.HasFlag(Cues.Question) && scan.Tokens.Length > 2 && scan.Tokens[0].Capital && GivenNames.IsAt(scan, 0) && IsPerson(scan, 0, 1) && scan.IsSign(1, ',')
        && scan.Tokens[2].Capital && (scan.Tokens[2].Word < 0 || scan.IsSign(3, '&')) && !NameFinder.IsPlace(scan, 2) && !GivenNames.IsAt(scan, 2) && Noted(scan, 0, 1);

    // "After 4 today, not before. Pieter Vos": the last sentence is nothing but a full name, or one name behind a number.
    private static bool TryLast(Scan scan)
    {
        if (NameShape.Before(scan, scan.Tokens.Length) is not var (first, last) || first < 3 || scan.Tokens[first - 1].Kind != TokenKind.Symbol || !scan.Tokens[first].Apart)
            return false;
        // Who has told his number already signs what he adds.
        var isKnown = last == first + 2 && (scan.Known(FactFields.Phone) ?? scan.Known(FactFields.Email)) is not null && scan.Known(FactFields.Name) is null && NameWords.IsStrange(scan, first) && NameWords.IsStrange(scan, first + 1);
        if (!(GivenNames.IsAt(scan, first) ? IsPerson(scan, first, last) : isKnown && !NameFinder.IsPlace(scan, first)))
            return false;
        var isSentence = scan.IsSign(first - 1, '.') && last > first + 1;
        var isMark = !char.IsAscii(scan.Text[scan.Tokens[first - 1].Start]) && NamePlaces.HasContact(scan);
        return (isSentence || isMark) && Noted(scan, first, last);
    }

    // A given name first, or an address that begins with it; no place, and no word of the playbook's.
    private static bool IsPerson(Scan scan, int first, int last) =>
        !NameFinder.IsPlace(scan, first) && scan.Tokens[first].Word < 0 && (GivenNames.IsAt(scan, first) || IsBehindParticle(scan, first, last) || NameAnswers.IsOfMail(scan, first, scan.Find(FactFields.Email)) || (last > first + 1 && NameWords.IsStrange(scan, first) && NameWords.IsStrange(scan, last - 1) && scan.Playbook.Field(FactFields.Company) is null));

    // "Abu Khalid"
    private static bool IsBehindParticle(Scan scan, int first, int last) => last > first + 1 && NameShape.IsParticle(scan.WordAt(first)) && GivenNames.IsAt(scan, last - 1);

    // "(Jacinta, 07700 …)", "call me, Sister Philomena, 0471-…"
    private static bool IsSurelyOne(Scan scan, int first) =>
        NameWords.IsStrange(scan, first) && !NameFinder.IsPlace(scan, first) && first > 0 && (scan.IsSign(first - 1, '(') || IsOrder(scan, first - 1));

    private static bool IsOrder(Scan scan, int at) => at > 0 && scan.Tokens[at].Capital && Orders.Contains(scan.WordAt(at));

    private static bool Stands(Scan scan, int first)
    {
        if (first == 0)
            return GivenNames.IsAt(scan, 0) || IsBehindParticle(scan, 0, 2);
        var at = IsOrder(scan, first - 1) ? first - 1 : first;
        return at > 0 && (NameSigned.IsNewLine(scan, at) || (scan.Tokens[at - 1].Kind == TokenKind.Symbol && !scan.IsSign(at - 1, '&') && !scan.IsSign(at - 1, '-')));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Orders = WordSet.Of("sister brother father fr mother");

    private static bool Noted(Scan scan, int first, int last)
    {
        NameFinder.Note(scan, first, last, 0.85);
        return true;
    }
}
