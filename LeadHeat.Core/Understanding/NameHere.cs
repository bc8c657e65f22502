namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name of somebody who says that he is here.</summary>
internal static class NameHere
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Honorifics = WordSet.Of("bhai bhaiya ji sahab saab garu anna akka didi");

    /// <summary>"Asha here, looking for …", "vikram this side", "Arjun Mehta speaking"</summary>
    public static bool Try(Scan scan)
    {
        for (var i = 1; i < Math.Min(scan.Tokens.Length, 8); i++)
        {
            // "venkatesh r here", "khalid bin rashid is my good name"
            var named = scan.IsWord(i, "here") && i == 2 && scan.Tokens[1].Length == 1 || (scan.IsWord(i, "is") && scan.IsWord(i + 1, "my") && (scan.IsWord(i + 2, "name") || scan.IsWord(i + 3, "name")));
            if (named && GivenNames.IsAt(scan, 0) && scan.Tokens[i - 1].Kind == TokenKind.Word)
            {
                NameFinder.Note(scan, 0, i, 0.9);
                return true;
            }
            var (after, trusted) = scan.IsWord(i, "here") || (scan.IsWord(i, "again") && GivenNames.IsAt(scan, i - 1)) ? (i + 1, false) : scan.IsWord(i, "this") && scan.IsWord(i + 1, "side") ? (i + 2, true) : scan.IsWord(i, "speaking") || scan.IsWord(i, "desu") ? (i + 1, false) : scan.IsWord(i, "bol") && (scan.IsWord(i + 1, "raha") || scan.IsWord(i + 1, "rahi")) ? (i + 2, true) : (-1, false);
            var ends = after == scan.Tokens.Length || (after > 0 && (scan.Tokens[after].Kind == TokenKind.Symbol || scan.IsWord(after, "from") || scan.IsWord(after, "at") || trusted));
            if (!ends)
                continue;
            // "Yusuf bhai bol raha hoon"
            var by = Honorifics.Contains(scan.WordAt(i - 1)) && i > 1 ? i - 1 : i;
            if (NameShape.Before(scan, by) is var (first, end))
            {
                if (scan.IsWord(first - 1, "for") || scan.IsWord(first - 1, "at") || scan.IsWord(first - 1, "of") || scan.IsWord(first - 1, "from") || scan.IsWord(first - 1, "in") || NameFinder.IsPlace(scan, first))
                    continue;
                NameFinder.Note(scan, first, end, 0.9);
                return true;
            }
            if (NameShape.AfterTitles(scan, 0) == 0 && i == 2 && NameWords.IsStrange(scan, 0) && NameWords.IsStrange(scan, 1) && !NameFinder.IsPlace(scan, 0))
            {
                NameFinder.Note(scan, 0, 2, 0.88);
                return true;
            }
            if (IsFirst(scan, by - 1) && NameWords.IsStrange(scan, by - 1) && !NameFinder.IsPlace(scan, by - 1))
            {
                NameFinder.Note(scan, by - 1, by, 0.88);
                return true;
            }
        }
        return false;
    }

    private static bool IsFirst(Scan scan, int at) => at == 0 || (at <= 2 && (NamePlaces.IsOpening(scan, 0) || scan.Tokens[at - 1].Kind == TokenKind.Symbol));
}
