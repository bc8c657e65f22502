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
            // "last name with a lot of z's: Brzezicki"
            if (scan.IsWord(at, "with") || scan.IsWord(at, "has"))
                at = BehindColon(scan, at);
            if (NameShape.From(scan, at, lower: true) is not { } part || part.Start != at)
                continue;
            // "Yusuf btw, surname Demirci"
            if (isSurname && given is null)
                given = Beside(scan, i);
            if (isSurname)
                surname = part;
            else
                given = part;
        }
        return (given, surname) is ({ } first, { } last) && Note(scan, first, last);
    }

    private static int BehindColon(Scan scan, int from)
    {
        for (var at = from; at < Math.Min(scan.Tokens.Length, from + 9) && !scan.IsSign(at, '.'); at++)
        {
            if (scan.IsSign(at, ':'))
                return at + 1;
        }
        return from;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asides = WordSet.Of("btw and my by the way is");

    // One given name right before the label, at the head of its sentence.
    private static (int First, int End)? Beside(Scan scan, int label)
    {
        while (label > 0 && (scan.IsSign(label - 1, ',') || Asides.Contains(scan.WordAt(label - 1))))
            label--;
        return NameShape.Before(scan, label) is var (first, end) && end == first + 1 && (first == 0 || scan.Tokens[first - 1].Kind == TokenKind.Symbol || NamePlaces.IsOpening(scan, first - 1)) ? (first, end) : null;
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
