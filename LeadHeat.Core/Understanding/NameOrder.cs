using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads names whose parts stand apart or the other way round: <c>surname Pillai, given name Anjali</c>, <c>De Souza, Ivan</c>.</summary>
internal static class NameOrder
{
    private static readonly PhraseTable<bool> Labels = new(
        (true, "surname; last name; family name"),
        (false, "given name; first name; forename; christian name"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Leads = WordSet.Of("yes yeah sure ok okay of course hi hello name it's its");

    public static bool Try(Scan scan) => TryLabelled(scan) || TryReversed(scan);

    private static bool TryLabelled(Scan scan)
    {
        (int First, int End)? surname = null, given = null;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Labels.At(scan, i) is not var (isSurname, at))
                continue;
            while (scan.IsWord(at, "is") || scan.IsSign(at, ':') || scan.IsSign(at, '-') || scan.IsSign(at, '='))
                at++;
            if (NameShape.From(scan, at, lower: true) is not { } part || part.Start != at)
                continue;
            if (isSurname)
                surname = part;
            else
                given = part;
        }
        return (given, surname) is ({ } first, { } last) && Note(scan, first, last);
    }

    // "De Souza, Ivan." at the head of a message or of an answer: behind the comma nothing but one given name.
    private static bool TryReversed(Scan scan)
    {
        var start = 0;
        while (start < scan.Tokens.Length && (Leads.Contains(scan.WordAt(start)) || (start > 0 && scan.Tokens[start].Kind == TokenKind.Symbol)))
            start++;
        if (NameShape.From(scan, start, lower: false) is not var (first, end) || first != start || !scan.IsSign(end, ',') || end - first > 3
            || !GivenNames.IsAt(scan, end + 1) || !scan.Tokens[end + 1].Capital || (end + 2 < scan.Tokens.Length && scan.Tokens[end + 2].Kind == TokenKind.Word && !scan.Tokens[end + 2].Taken))
            return false;
        var isSurname = (IsUpper(scan.WordAt(first)) && !IsUpper(scan.WordAt(end + 1))) || (!GivenNames.IsAt(scan, first) && (NameShape.IsParticle(scan.WordAt(first)) || scan.Answers(FactFields.Name)));
        return isSurname && !NameFinder.IsPlace(scan, first) && Note(scan, (end + 1, end + 2), (first, end));
    }

    private static bool IsUpper(ReadOnlySpan<char> word) => word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0;

    private static bool Note(Scan scan, (int First, int End) given, (int First, int End) surname)
    {
        var name = $"{NameFinder.Written(scan, given.First, given.End)} {NameFinder.Written(scan, surname.First, surname.End)}";
        scan.Take(given.First, given.End);
        scan.Take(surname.First, surname.End);
        scan.Values.Add(new(FactFields.Name, new(Text: name), name, 0.9, [.. new[] { scan.Span(given.First, given.End), scan.Span(surname.First, surname.End) }.OrderBy(span => span.Start)]));
        return true;
    }
}
