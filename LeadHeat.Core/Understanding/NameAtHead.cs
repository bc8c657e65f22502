using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name with which a message begins.</summary>
internal static class NameAtHead
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addressing = WordSet.Of("you can could please would will do did are is i we kindly send call");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ranks = WordSet.Of(
        "founder cofounder co-founder ceo cto coo cfo cmo owner director partner head vp manager sales president lead chief managing general operations marketing procurement admin proprietor");

    /// <summary>"Ravi Menon from Corp", "Maya, maya@example.com", "Neha Rao, Head of Sales", "Priya Nair, Zentech, priya@zentech.io"</summary>
    public static bool Try(Scan scan, bool sure)
    {
        var start = 0;
        while (start < scan.Tokens.Length && (NamePlaces.IsOpening(scan, start) || (start > 0 && scan.Tokens[start].Kind == TokenKind.Symbol)))
            start++;
        // "ritu from Crema Lane", "gopalakrishnan, 3bhk, 9448012399": in small letters what is nothing but a name.
        if (start < scan.Tokens.Length && GivenNames.IsAt(scan, start) && !scan.Tokens[start].Capital && LowerHead(scan, start) is var last && last > start)
        {
            NameFinder.Note(scan, start, last, 0.85);
            return true;
        }
        if (NameShape.From(scan, start, lower: false) is not var (first, end) || end >= scan.Tokens.Length || NamePlaces.IsOfPhrase(scan, first, end) || (sure && (end == first + 1 || !NamePlaces.HasContact(scan))))
            return false;
        var behind = end + 1 < scan.Tokens.Length ? end + 1 : end;
        var sign = scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '|') || scan.IsSign(end, '–') || scan.IsSign(end, '(');
        // "Siobhán O'Dwyer, with the fada": who begins with a full name gives it, unless somebody is spoken to.
        var isFull = first == 0 && !sure && end > first + 1 && end <= 5 && (GivenNames.IsAt(scan, first) || NameAnswers.IsOfMail(scan, first, scan.Find(FactFields.Email))) && (sign || NameSigned.IsNewLine(scan, end) || scan.IsSign(end, '—') || scan.IsSign(end, '.')) && !Addressing.Contains(scan.WordAt(behind)) && !scan.Cues.HasFlag(Cues.Question);
        var isCard = isFull || sure == false && NamePlaces.HasContact(scan) && scan.IsSign(end, '.') && end > first + 1 && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1].Taken;
        var isSender = isCard || (scan.IsWord(end, "from") || scan.IsWord(end, "at") || scan.IsWord(end, "with") || (scan.IsWord(end, "of") && NameWords.IsStrange(scan, first) && NameWords.IsStrange(scan, end - 1) && !NameFinder.IsPlace(scan, behind))) && scan.Tokens[behind].Capital && (end > first + 1 || scan.IsWord(end, "from"));
        isSender |= end > first + 1 && GivenNames.IsAt(scan, first) && IsFromHouse(scan, end) && !scan.Cues.HasFlag(Cues.Question);
        var isSigned = NamePlaces.HasContact(scan) && ((sign && (scan.Tokens[behind].Taken || end > first + 1)) || scan.Tokens[end].Taken);
        var isRanked = sign && Ranks.Contains(scan.WordAt(behind)) && (scan.IsWord(behind + 1, "of") || scan.IsWord(behind + 1, "at") || scan.IsSign(behind + 1, ',') || behind + 1 >= scan.Tokens.Length || Ranks.Contains(scan.WordAt(behind + 1)));
        if (isSender || isSigned || isRanked)
            NameFinder.Note(scan, first, end, 0.88);
        return isSender || isSigned || isRanked;
    }

    private static readonly PhraseTable<bool> House = new((true, "from|of|with|at the|our|my|a|an|this"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doings = WordSet.Of("called told said sent promised showed came visited gave rang mailed emailed messaged wrote has was is will never didn't didn’t cheated helped suggested recommended referred spoke");

    // "Maribel Santos from the dental clinic on the 3rd floor"; "… from the bank told me" speaks of somebody.
    private static bool IsFromHouse(Scan scan, int end)
    {
        if (House.At(scan, end) is not var (_, behind))
            return false;
        for (var at = behind; at < Math.Min(scan.Tokens.Length, behind + 8) && !Clauses.Pauses(scan, at); at++)
        {
            if (Doings.Contains(scan.WordAt(at)))
                return false;
        }
        return true;
    }

    // Where a name in small letters ends that begins a message; the start when what follows is not what stands behind a sender.
    private static int LowerHead(Scan scan, int start)
    {
        var end = start + 1;
        while (end < scan.Tokens.Length && end - start < 3 && NameWords.IsStrange(scan, end) && !NameFinder.IsPlace(scan, end))
            end++;
        var from = scan.IsWord(end, "from") && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1].Capital;
        return from || (NamePlaces.HasContact(scan) && (scan.IsSign(end, ',') || scan.IsSign(end, '/') || scan.IsSign(end, '|') || scan.IsSign(end, '-'))) ? end : start;
    }
}
