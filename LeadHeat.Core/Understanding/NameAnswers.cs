using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Takes a bare name as the answer to the question for it, and the name that a name is corrected to.</summary>
internal static class NameAnswers
{
    /// <summary>Takes an answer that is nothing but words that no one else uses: <c>Arjun</c>, also where a place is called nearly so.</summary>
    public static void TrySure(Scan scan)
    {
        var start = Start(scan);
        if (start >= scan.Tokens.Length || NameShape.From(scan, start, lower: true) is not var (first, end) || NameFinder.IsPlace(scan, first) || IsArea(scan, first, end) || !IsOver(scan, end))
            return;
        for (var i = first; i < end; i++)
        {
            if (scan.Tokens[i].Kind == TokenKind.Word && !NameWords.IsStrange(scan, i))
                return;
        }
        NameFinder.Note(scan, first, end, 0.88);
    }

    /// <summary>Takes "Asha", "asha rao", "Asha, asha@example.com", "it's Asha"; unasked only what is nothing but given names.</summary>
    public static void Try(Scan scan)
    {
        if (!scan.Answers(FactFields.Name) && scan.Tokens.Length is 1 or 2 && !NameFinder.IsPlace(scan, 0) && Enumerable.Range(0, scan.Tokens.Length).All(token => GivenNames.IsAt(scan, token)))
            NameFinder.Note(scan, 0, scan.Tokens.Length, 0.85);
        if (scan.Find(FactFields.Name) is null && IsOfMail(scan))
            NameFinder.Note(scan, 0, 1, 0.85);
        if (scan.Find(FactFields.Name) is not null || !scan.Answers(FactFields.Name) || scan.Cues.HasFlag(Cues.Refusal))
            return;
        var start = Start(scan);
        if (start < scan.Tokens.Length && NameShape.From(scan, start, lower: true) is var (first, end) && !IsArea(scan, first, end) && IsOver(scan, end) && (!scan.Cues.HasFlag(Cues.Question) || NameWords.IsStrange(scan, first)))
            NameFinder.Note(scan, first, end, 0.88);
    }

    // "Business Bay": all of it is a place, and more than a word that may be a name as well.
    private static bool IsArea(Scan scan, int first, int end)
    {
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, first, out var last))
        {
            if (meaning.Kind is MeaningKind.City or MeaningKind.Area && last == end && end > first + 1)
                return true;
        }
        return false;
    }

    /// <summary>The name that follows "sorry", "no" or "I mean" behind a name.</summary>
    public static (int Start, int End)? Corrected(Scan scan, int at, bool capital)
    {
        var marked = false;
        var limit = Math.Min(scan.Tokens.Length, at + 6);
        for (; at < limit; at++)
        {
            if (scan.IsWord(at, "sorry") || scan.IsWord(at, "no") || scan.IsWord(at, "mean") || scan.IsWord(at, "actually") || scan.IsWord(at, "rather") || scan.IsWord(at, "correction") || scan.IsWord(at, "wait") || scan.IsWord(at, "autocorrect") || scan.IsWord(at, "typo"))
                marked = true;
            else if (!(scan.Tokens[at].Kind == TokenKind.Symbol || (marked && (scan.IsWord(at, "i") || scan.IsWord(at, "it's") || scan.IsWord(at, "its") || scan.IsWord(at, "is")))) && !scan.IsWord(at, "i"))
                break;
        }
        return marked && at < scan.Tokens.Length && NameShape.From(scan, at, lower: !capital) is var (first, end) && IsOver(scan, end)
            && (capital || NameWords.IsStrange(scan, first)) ? (first, end) : null;
    }

    /// <summary>Whether a name stands beside the wrong one: "my name's wrong, it's Sreeja not Srija".</summary>
    public static bool IsSetRight(Scan scan, int at)
    {
        if (at >= scan.Tokens.Length || !NameShape.IsWord(scan, at, lower: false))
            return false;
        var not = scan.IsSign(at + 1, ',') ? at + 2 : at + 1;
        var other = scan.Is(not, KeyKind.Not) ? not + 1 : DeniedBefore(scan, at);
        return other > 0 && other < scan.Tokens.Length && NameShape.IsWord(scan, other, lower: false) && (GivenNames.IsAt(scan, other) || SaysName(scan));
    }

    // "my name is not Sandeep btw, its Sundeep with a u": where the name stands that it is not; -1 for none.
    private static int DeniedBefore(Scan scan, int at)
    {
        var word = at - (scan.IsWord(at - 1, "is") || scan.IsWord(at - 1, "am") ? 3 : 2);
        while (scan.IsSign(word, ',') || scan.IsSign(word, '.') || scan.IsSign(word, '!') || scan.IsSign(word, ';') || word > 0 && Asides.Contains(scan.WordAt(word)))
            word--;
        return word > 0 && word < at - 2 && scan.Is(word - 1, KeyKind.Not) ? word : -1;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asides = WordSet.Of("btw fyi by the way actually please pls but");

    // "our company name is wrong, it's …" is nobody's name.
    private static bool SaysName(Scan scan) => Enumerable.Range(0, scan.Tokens.Length).Any(at => Naming.Contains(scan.WordAt(at))) && !Enumerable.Range(0, scan.Tokens.Length).Any(at => Houses.Contains(scan.WordAt(at)));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming = WordSet.Of("name names name's name’s spell spelled spelt spelling misspelled misspelt");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Houses = WordSet.Of("company firm business brand shop cafe café society project building tower tool");

    // "Tunde" behind tunde@okafor.example
    private static bool IsOfMail(Scan scan) => scan.Tokens is [{ Kind: TokenKind.Word, Length: > 2 }] && NameShape.IsWord(scan, 0, lower: true) && IsPartOf(scan, 0, scan.Known(FactFields.Email)?.Text);

    /// <summary>Whether an address begins with a word: "Ulrike, ulrike@…".</summary>
    public static bool IsOfMail(Scan scan, int at, FoundValue? mail) => scan.Tokens[at].Length > 2 && IsPartOf(scan, at, mail?.Value.Text);

    private static bool IsPartOf(Scan scan, int at, string? mail) => mail is not null && mail.Length > scan.Tokens[at].Length
        && mail.AsSpan().StartsWith(scan.WordAt(at), StringComparison.OrdinalIgnoreCase) && mail[scan.Tokens[at].Length] is '@' or '.' or '_' or '-';

    /// <summary>The short name that is asked for behind another: "I am called Ekaterina but write Katya".</summary>
    public static (int Start, int End)? Preferred(Scan scan, int end)
    {
        for (var at = end; at <= end + 1; at++)
        {
            if (Preferring.At(scan, at) is var (_, behind) && NameShape.From(scan, behind, lower: false) is var (first, last) && NameWords.IsStrange(scan, first) && IsOver(scan, last))
                return (first, last);
        }
        return null;
    }

    private static readonly PhraseTable<bool> Preferring = new((true, "but write|say|put; but just|please write|say|put; but you|u can|may write|say|put; just|please write|say"));

    /// <summary>The full name behind a part of it: "O'Brien, Sean O'Brien", "it's Rajesh. Rajesh Kulkarni".</summary>
    public static (int Start, int End)? InFull(Scan scan, int start, int end)
    {
        if (end == start + 1 && scan.Tokens[start].Capital && Again(scan, start) is { } again)
            return again;
        if (end != start + 1 || !(scan.IsSign(end, ',') || scan.IsSign(end, '.') || scan.IsSign(end, '-')) || NameShape.From(scan, end + 1, lower: !scan.Tokens[start].Capital) is not var (first, last) || last - first < 2)
            return null;
        return scan.WordAt(last - 1).Equals(scan.WordAt(start), StringComparison.OrdinalIgnoreCase) || scan.WordAt(first).Equals(scan.WordAt(start), StringComparison.OrdinalIgnoreCase) ? (first, last) : null;
    }

    // "I'm Cathrin with a C: Cathrin Lohse", "call me Roderick. Roderick Pinto"
    private static (int Start, int End)? Again(Scan scan, int start)
    {
        for (var at = start + 2; at + 1 < scan.Tokens.Length; at++)
        {
            if (scan.Tokens[at].Capital && scan.WordAt(at).Equals(scan.WordAt(start), StringComparison.OrdinalIgnoreCase) && (scan.Tokens[at - 1].Kind == TokenKind.Symbol || scan.IsWord(at - 1, "is"))
                && NameShape.From(scan, at, lower: false) is var (first, last) && first == at && last > first + 1 && IsOver(scan, last))
                return (first, last);
        }
        return null;
    }

    private static int Start(Scan scan)
    {
        var start = 0;
        while (start < scan.Tokens.Length && (scan.Tokens[start].Key.Kind == KeyKind.Filler && !scan.Tokens[start].Capital || Leads.Contains(scan.WordAt(start)) || scan.Tokens[start].Kind == TokenKind.Symbol))
            start++;
        // "not Suresh! Sureshini."
        return scan.IsWord(start, "not") && NameShape.From(scan, start + 1, lower: true) is var (_, end) && end + 1 < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Symbol ? end + 1 : start;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Leads = WordSet.Of("it's it’s its haan han ji jee sure yes yeah ok okay hi hello my the is just");

    private static bool IsOver(Scan scan, int end) =>
        end >= scan.Tokens.Length || scan.Tokens[end].Taken || scan.Tokens[end].Kind == TokenKind.Symbol
        || scan.IsWord(end, "here") || scan.IsWord(end, "sir") || scan.IsWord(end, "madam") || scan.IsWord(end, "hai") || scan.IsWord(end, "from") || scan.IsWord(end, "not") || scan.IsWord(end, "and");
}
