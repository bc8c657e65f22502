using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds names by where they stand: before "here", under a greeting, beside a number, at the head or the end of a message.</summary>
internal static class NamePlaces
{
    /// <summary>Places where only a name stands.</summary>
    public static bool TrySure(Scan scan) => TryHere(scan) || NameSigned.Try(scan) || TryHead(scan, sure: true) || TryBesideContact(scan, sure: true);

    /// <summary>Places where a name stands if it has a capital, or is no word of English.</summary>
    public static bool Try(Scan scan) => TrySure(scan) || TryHead(scan, sure: false) || TryEnd(scan) || TryBesideContact(scan, sure: false);

    // "Asha here, looking for …", "vikram this side", "Arjun Mehta speaking"
    private static bool TryHere(Scan scan)
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

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Honorifics = WordSet.Of("bhai bhaiya ji sahab saab garu anna akka didi");

    // "Ravi Menon from Corp", "Maya, maya@example.com", "Neha Rao, Head of Sales", "Priya Nair, Zentech, priya@zentech.io"
    private static bool TryHead(Scan scan, bool sure)
    {
        var start = 0;
        while (start < scan.Tokens.Length && (Openings.Contains(scan.WordAt(start)) || (start > 0 && scan.Tokens[start].Kind == TokenKind.Symbol)))
            start++;
        // "ritu from Crema Lane", "gopalakrishnan, 3bhk, 9448012399": in small letters what is nothing but a name.
        if (start < scan.Tokens.Length && GivenNames.IsAt(scan, start) && !scan.Tokens[start].Capital && LowerHead(scan, start) is var last && last > start)
        {
            NameFinder.Note(scan, start, last, 0.85);
            return true;
        }
        if (NameShape.From(scan, start, lower: false) is not var (first, end) || end >= scan.Tokens.Length || IsOfPhrase(scan, first, end) || (sure && (end == first + 1 || !HasContact(scan))))
            return false;
        var behind = end + 1 < scan.Tokens.Length ? end + 1 : end;
        var sign = scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '|') || scan.IsSign(end, '–') || scan.IsSign(end, '(');
        // "Siobhán O'Dwyer, with the fada": who begins with a full name gives it, unless somebody is spoken to.
        var isFull = first == 0 && !sure && end > first + 1 && end <= 5 && GivenNames.IsAt(scan, first) && (sign || NameSigned.IsNewLine(scan, end) || scan.IsSign(end, '—') || scan.IsSign(end, '.')) && !Addressing.Contains(scan.WordAt(behind)) && !scan.Cues.HasFlag(Cues.Question);
        var isCard = isFull || sure == false && HasContact(scan) && scan.IsSign(end, '.') && end > first + 1 && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1].Taken;
        var isSender = isCard || (scan.IsWord(end, "from") || scan.IsWord(end, "at") || scan.IsWord(end, "with")) && scan.Tokens[behind].Capital && (end > first + 1 || scan.IsWord(end, "from"));
        var isSigned = HasContact(scan) && ((sign && (scan.Tokens[behind].Taken || end > first + 1)) || scan.Tokens[end].Taken);
        var isRanked = sign && Ranks.Contains(scan.WordAt(behind)) && (scan.IsWord(behind + 1, "of") || scan.IsWord(behind + 1, "at") || scan.IsSign(behind + 1, ',') || behind + 1 >= scan.Tokens.Length || Ranks.Contains(scan.WordAt(behind + 1)));
        if (isSender || isSigned || isRanked)
            NameFinder.Note(scan, first, end, 0.88);
        return isSender || isSigned || isRanked;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addressing = WordSet.Of("you can could please would will do did are is i we kindly send call");

    // Where a name in small letters ends that begins a message; the start when what follows is not what stands behind a sender.
    private static int LowerHead(Scan scan, int start)
    {
        var end = start + 1;
        while (end < scan.Tokens.Length && end - start < 3 && NameWords.IsStrange(scan, end) && !NameFinder.IsPlace(scan, end))
            end++;
        var from = scan.IsWord(end, "from") && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1].Capital;
        return from || (HasContact(scan) && (scan.IsSign(end, ',') || scan.IsSign(end, '/') || scan.IsSign(end, '|') || scan.IsSign(end, '-'))) ? end : start;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = WordSet.Of("bonjour bonsoir hallo guten tag morgen abend hola buenos buenas dias tardes ciao buongiorno buonasera salut servus merhaba selam privet assalamu alaikum aleikum alaykum assalamualaikum walaikum hi hello hey hii hiya salam salaam namaste namaskar namaskara vanakkam marhaba hola good morning evening afternoon");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ranks = WordSet.Of(
        "founder cofounder co-founder ceo cto coo cfo cmo owner director partner head vp manager sales president lead chief managing general operations marketing procurement admin proprietor");

    // "98450 12345, Meera", "write to ops@example.com - Anita"
    private static bool TryEnd(Scan scan)
    {
        var end = scan.Tokens.Length;
        while (end > 0 && (scan.IsSign(end - 1, '.') || scan.IsSign(end - 1, ')') || scan.IsSign(end - 1, '!')))
            end--;
        // "06 12 34 56 78, amélie"
        var small = end;
        while (small > 1 && end - small < 2 && NameWords.IsStrange(scan, small - 1) && !NameFinder.IsPlace(scan, small - 1))
            small--;
        if (small < end && small > 1 && HasContact(scan) && !scan.Tokens[small].Capital && GivenNames.IsAt(scan, small) && (scan.IsSign(small - 1, ',') || scan.IsSign(small - 1, '-')))
        {
            NameFinder.Note(scan, small, end, 0.85);
            return true;
        }
        if (NameShape.Before(scan, end) is not var (first, last) || IsOfPhrase(scan, first, last))
            return false;
        var isSigned = first > 1 && HasContact(scan) && (scan.IsSign(first - 1, ',') || (scan.IsSign(first - 1, '.') && scan.Tokens[first].Apart && NameWords.IsStrange(scan, first) && end >= scan.Tokens.Length - 1) || NameSigned.IsDash(scan, first - 1) || scan.IsSign(first - 1, '(') || scan.Tokens[first - 1].Taken);
        isSigned |= first > 1 && last > first + 1 && scan.IsSign(first - 1, ',') && GivenNames.IsAt(scan, first) && Enumerable.Range(0, first).Any(at => scan.IsWord(at, "name")) && !scan.Cues.HasFlag(Cues.Question);
        // "Dear Priya, please send the brochure. Kabir"
        isSigned |= first > 3 && end == scan.Tokens.Length && scan.IsSign(first - 1, '.') && scan.Tokens[first].Apart && GivenNames.IsAt(scan, first) && (scan.IsWord(0, "dear") || IsOpening(scan, 0));
        var isLate = first == 0 && last <= 2 && scan.Dialogue.Asked.ContainsKey(FactFields.Name)
            && scan.AskedField is not { Kind: Playbooks.FieldKind.Text or Playbooks.FieldKind.Company or Playbooks.FieldKind.Areas };
        var isDashed = first > 2 && scan.IsSign(first - 1, '-') && scan.Tokens[first - 1].Apart && scan.Tokens[first].Apart && NameWords.IsStrange(scan, first);
        if (isSigned || isLate || isDashed)
            NameFinder.Note(scan, first, last, 0.85);
        return isSigned || isLate || isDashed;
    }

    // "rohan 9845012345", "contact Sneha on 98450 12345"
    private static bool TryBesideContact(Scan scan, bool sure)
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
        if (end < close && close - end <= 3 && IsAlone(scan, end, close, sure))
            return Noted(scan, end, close);
        if (sure)
            return false;
        var link = scan.IsWord(before, "on") || scan.IsWord(before, "at") || scan.IsWord(before, "is") ? before - 1 : before;
        if (NameShape.Before(scan, link + 1) is not var (first, last) || first == 0 || NameFinder.IsPlace(scan, first))
            return false;
        var verb = NameShape.IsTitle(scan, first - 1) ? first - 2 : first - 1;
        // "Possession by Ugadi. Prashanth Hegde 98860 41733": a sentence that is nothing but a name and a number.
        var opens = link == before && last > first + 1 && scan.IsSign(first - 1, '.') && GivenNames.IsAt(scan, first) && !IsOfPhrase(scan, first, last);
        return (opens || scan.IsWord(verb, "contact") || scan.IsWord(verb, "call") || scan.IsWord(verb, "reach") || scan.IsWord(verb, "ask") || scan.IsWord(verb, "ring"))
            && Noted(scan, first, last);
    }

    private static bool Noted(Scan scan, int first, int end)
    {
        NameFinder.Note(scan, first, end, 0.85);
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

    // A word of the playbook's is no name, unless it is one everywhere and more of a name follows: "Khalifa Al Ketbi".
    private static bool IsOfPhrase(Scan scan, int first, int end) =>
        scan.Tokens[first].Word >= 0 && scan.Tokens[first].Length > 1 && !(end > first + 1 && GivenNames.IsAt(scan, first) && !NameFinder.IsPlace(scan, first));

    private static bool HasContact(Scan scan) => (scan.Find(FactFields.Email) ?? scan.Find(FactFields.Phone)) is not null;

    /// <summary>Whether somebody is greeted here.</summary>
    public static bool IsOpening(Scan scan, int at) => Openings.Contains(scan.WordAt(at));

    private static bool IsFirst(Scan scan, int at) => at == 0 || (at <= 2 && (Openings.Contains(scan.WordAt(0)) || scan.Tokens[at - 1].Kind == TokenKind.Symbol));
}
