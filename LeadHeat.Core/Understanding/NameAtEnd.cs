using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name with which a message ends.</summary>
internal static class NameAtEnd
{
    /// <summary>"98450 12345, Meera", "write to ops@example.com - Anita"</summary>
    public static bool Try(Scan scan)
    {
        var end = scan.Tokens.Length;
        while (end > 0 && (scan.IsSign(end - 1, '.') || scan.IsSign(end - 1, ')') || scan.IsSign(end - 1, '!')))
            end--;
        // "06 12 34 56 78, amélie"
        var small = end;
        while (small > 1 && end - small < 2 && NameWords.IsStrange(scan, small - 1) && !NameFinder.IsPlace(scan, small - 1))
            small--;
        if (small < end && small > 1 && NamePlaces.HasContact(scan) && !scan.Tokens[small].Capital && GivenNames.IsAt(scan, small) && (scan.IsSign(small - 1, ',') || scan.IsSign(small - 1, '-')))
        {
            NameFinder.Note(scan, small, end, 0.85);
            return true;
        }
        if (NameShape.Before(scan, end) is not var (first, last) || NamePlaces.IsOfPhrase(scan, first, last))
            return false;
        var isSigned = first > 1 && NamePlaces.HasContact(scan) && (scan.IsSign(first - 1, ',') || (scan.IsSign(first - 1, '.') && scan.Tokens[first].Apart && NameWords.IsStrange(scan, first) && end >= scan.Tokens.Length - 1) || NameSigned.IsDash(scan, first - 1) || scan.IsSign(first - 1, '(') || scan.Tokens[first - 1].Taken);
        isSigned |= first > 1 && last > first + 1 && scan.IsSign(first - 1, ',') && GivenNames.IsAt(scan, first) && Enumerable.Range(0, first).Any(at => scan.IsWord(at, "name")) && !scan.Cues.HasFlag(Cues.Question);
        // "Dear Priya, please send the brochure. Kabir"
        isSigned |= first > 3 && end == scan.Tokens.Length && scan.IsSign(first - 1, '.') && scan.Tokens[first].Apart && GivenNames.IsAt(scan, first) && (scan.IsWord(0, "dear") || NamePlaces.IsOpening(scan, 0));
        var isLate = first == 0 && last <= 2 && scan.Dialogue.Asked.ContainsKey(FactFields.Name)
            && scan.AskedField is not { Kind: Playbooks.FieldKind.Text or Playbooks.FieldKind.Company or Playbooks.FieldKind.Areas };
        var isDashed = first > 2 && scan.IsSign(first - 1, '-') && scan.Tokens[first - 1].Apart && scan.Tokens[first].Apart && NameWords.IsStrange(scan, first);
        if (isSigned || isLate || isDashed)
            NameFinder.Note(scan, first, last, 0.85);
        return isSigned || isLate || isDashed;
    }
}
