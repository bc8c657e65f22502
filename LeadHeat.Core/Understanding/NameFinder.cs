using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the visitor's name where it is introduced: <c>I'm Asha</c>, <c>my name is Asha Rao</c>, <c>Asha here</c>.</summary>
internal static class NameFinder
{
    /// <summary>Finds names that nothing else can be, before places with typing errors are looked for.</summary>
    public static void RunSure(Scan scan)
    {
        if (!TryIntroduced(scan, sure: true) && !NamePlaces.TrySure(scan) && scan.Answers(FactFields.Name))
            NameAnswers.TrySure(scan);
    }

    /// <summary>Finds the others, when everything else was read.</summary>
    public static void Run(Scan scan)
    {
        if (scan.Find(FactFields.Name) is null && !TryIntroduced(scan, sure: false) && !NamePlaces.Try(scan))
            NameAnswers.Try(scan);
        // "Call me Sam" asks for no call.
        if (scan.Find(FactFields.Phone) is null && scan.Find(FactFields.Name) is { } name && scan.TokenAt(name.Spans[0].Start) is var first && scan.IsWord(first - 1, "me") && scan.IsWord(first - 2, "call"))
            scan.Cues &= ~Cues.Callback;
    }

    private static bool TryIntroduced(Scan scan, bool sure)
    {
        if (NameOrder.Try(scan))
            return true;
        if (NamesInFull.At(scan, sure) is var (full, fullEnd))
        {
            Note(scan, full, fullEnd, 0.96);
            return true;
        }
        if (NameHindi.At(scan) is var (hindi, hindiEnd))
        {
            Note(scan, hindi, hindiEnd, 0.93);
            return true;
        }
        if (NameTongues.InOwnLetters(scan) is var (own, ownEnd))
        {
            Note(scan, own, ownEnd, 0.95);
            return true;
        }
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var (start, trusted) = IntroductionEnd(scan, i);
            if (start < 0 && NamedAfter(scan, i) is > 0 and var behind && (scan.IsWord(i, "ask") ? behind : NameShape.AfterTitles(scan, behind)) is var named && (GivenNames.IsAt(scan, named) || IsFromSomewhere(scan, named) || IsSaidInHindi(scan, i, named) || IsToldTwice(scan, named) || NameAnswers.IsSetRight(scan, named) || (!scan.IsWord(i, "from") && NameBesideContact.IsToldInFull(scan, named))))
                (start, trusted) = (named, true);
            // "It's um priya"
            if ((start >= 0 ? start : NamedAfter(scan, i)) is > 0 and var hums && NameHums.After(scan, hums) is var hummed && hummed > hums && GivenNames.IsAt(scan, hummed) && scan.Tokens[hums].Kind == TokenKind.Word)
                start = hummed;
            if (start >= 0 && Introductions.BehindRelative(scan, start) is > 0 and var self)
                (start, trusted) = (self, false);
            if (start < 0 || NameAt(scan, start, trusted, sure) is not var (first, end) || NameWords.IsPossessive(scan, end - 1))
                continue;
            Note(scan, first, end, trusted ? 0.96 : 0.93);
            return true;
        }
        return false;
    }

    // Where the name would begin after "my name is", "I am", "this is", "call me"; small letters are trusted where nothing else can follow.
    public static (int Start, bool Trusted) IntroductionEnd(Scan scan, int i)
    {
        if (Introductions.EndAt(scan, i))
            return (i + 1, false);
        if (scan.IsWord(i, "name") || scan.IsWord(i, "nam") || scan.IsWord(i, "nme"))
        {
            var asks = Introductions.IsOfOther(scan, i - 1) || (i > 0 && (scan.WordAt(i - 1).EndsWith("'s", StringComparison.Ordinal) || scan.WordAt(i - 1).EndsWith("’s", StringComparison.Ordinal))) || scan.IsWord(i - 1, "your") || scan.IsWord(i - 1, "the") || scan.IsWord(i - 1, "company") || scan.IsWord(i - 1, "business") || scan.IsWord(i - 1, "cafe") || scan.IsWord(i - 1, "shop") || CompanyFinder.IsHouse(scan, i - 1);
            // "the name is uh Roderick, Roderick Pinto"
            if (scan.IsWord(i - 1, "the") && scan.IsWord(i + 1, "is") && NameHums.After(scan, i + 2) is var hummed && (GivenNames.IsAt(scan, hummed) || IsToldTwice(scan, hummed)))
                return (hummed, false);
            if ((!asks || scan.IsWord(i - 1, "the")) && NameTongues.Told(scan, i) is > 0 and var told)
                return (told, false);
            // "…, and the name is Lakshman", beside a number, where no house is spoken of
            if (scan.IsWord(i - 1, "the") && scan.IsWord(i + 1, "is") && NameBesideContact.IsTold(scan, i + 2))
                return (i + 2, false);
            // "note my name also: Sowmya"
            if (scan.IsWord(i - 1, "my") && (scan.IsWord(i + 1, "also") || scan.IsWord(i + 1, "too") || scan.IsWord(i + 1, "please") || scan.IsWord(i + 1, "pls") || scan.IsWord(i + 1, "down")) && (IsMark(scan, i + 2) || scan.IsWord(i + 2, "is")))
                return (i + 3, true);
            if (!asks && scan.IsWord(i + 1, "it") && scan.IsWord(i + 2, "is"))
                return (i + 3, true);
            if (!asks && scan.IsWord(i + 1, "is") && NameHums.After(scan, i + 2) is var spoken && spoken > i + 2)
                return (spoken, true);
            return asks ? (-1, false) : scan.IsWord(i + 1, "is") && (scan.IsWord(i + 2, "spelled") || scan.IsWord(i + 2, "spelt") || scan.IsWord(i + 2, "actually")) ? (i + 3, true)
                : scan.IsWord(i + 1, "is") || scan.IsSign(i + 1, ':') || scan.IsSign(i + 1, '-') ? (i + 2, true)
                : i == 0 || scan.IsWord(i - 1, "my") || scan.IsWord(i - 1, "and") || IsMistyped(scan, i - 1) && GivenNames.IsAt(scan, i + 1) || scan.IsWord(i - 1, "full") || scan.IsWord(i - 1, "first") || scan.Tokens[i - 1].Kind == TokenKind.Symbol || scan.Tokens[i - 1].Taken ? (i + 1, scan.IsWord(i - 1, "first")) : (-1, false);
        }
        // "institute ka naam Prerna Classes"
        if (NameHindi.IsVerb(scan, i) || (scan.IsWord(i, "naam") && (scan.IsWord(i - 1, "ka") || scan.IsWord(i - 1, "ki"))))
            return (-1, false);
        if (!Introductions.IsOfOther(scan, i - 1) && scan.IsWord(i, "naam") || (!Introductions.IsOfOther(scan, i - 1) && (scan.IsWord(i, "name's") || scan.IsWord(i, "name’s") || scan.IsWord(i, "names")) && (scan.IsWord(i - 1, "my") || (scan.IsWord(i - 1, "the") && i <= 3) || (i <= 1 && !scan.IsWord(i, "names")))))
            return (IsMark(scan, i + 1) ? i + 2 : i + 1, !scan.IsWord(i, "naam") || IsMark(scan, i + 1) || scan.IsWord(i - 1, "mera") || scan.IsWord(i - 1, "my"));
        return NameTongues.After(scan, i) is > 0 and var abroad ? (abroad, true) : (-1, false);
    }

    // "adn name Kavitha"
    private static bool IsMistyped(Scan scan, int at) => at >= 0 && scan.Tokens[at] is { Length: 2 or 3, Capital: false } && !EnglishWords.IsUsual(scan.WordAt(at));

    // "Sir main Tejinder, Ludhiana se"
    private static bool IsSaidInHindi(Scan scan, int i, int at) =>
        scan.IsWord(i, "main") && at < scan.Tokens.Length && scan.Tokens[at].Capital && NameWords.IsStrange(scan, at) && (scan.IsSign(at + 1, ',') || scan.IsWord(at + 1, "hoon") || scan.IsWord(at + 1, "hun") || scan.IsWord(at + 1, "hu"));

    // "It's Sam from Brightpath"
    private static bool IsFromSomewhere(Scan scan, int at) =>
        at + 2 < scan.Tokens.Length && scan.Tokens[at].Capital && scan.IsWord(at + 1, "from") && scan.Tokens[at + 2].Capital && NameShape.IsWord(scan, at, lower: false);

    // "You're talking to Gwendolyn. Gwendolyn Achterberg.", "Ich bin Ulrike, ulrike@…"
    private static bool IsToldTwice(Scan scan, int at) =>
        at < scan.Tokens.Length && scan.Tokens[at].Capital && NameShape.IsWord(scan, at, lower: false) && (NameAnswers.InFull(scan, at, at + 1) is not null || NameAnswers.IsOfMail(scan, at, scan.Find(FactFields.Email)));

    private static bool IsMark(Scan scan, int at) => scan.IsSign(at, ':') || scan.IsSign(at, '-');

    // "It's Omar from …", "main Rahul bol raha hoon", "you're speaking with Lina": only what nobody takes for another thing is a name here.
    private static int NamedAfter(Scan scan, int i)
    {
        // In "Mai Huong Nguyen" it is a name.
        if (scan.IsWord(i, "it's") || scan.IsWord(i, "it’s") || scan.IsWord(i, "its") || ((scan.IsWord(i, "main") || scan.IsWord(i, "mai")) && !(scan.Tokens[i].Capital && Array.TrueForAll(scan.Tokens, token => token.Capital))))
            return i + 1;
        // "Good day, here Stefan from Vienna"
        if (scan.IsWord(i, "here") && (i == 0 || scan.Tokens[i - 1].Kind == TokenKind.Symbol || NamePlaces.IsOpening(scan, i - 1)))
            return scan.IsWord(i + 1, "is") || scan.IsWord(i + 1, "speaks") ? i + 2 : i + 1;
        // "Hi from Leila & Karim"
        if (scan.IsWord(i, "from") && i == 1 && NamePlaces.IsOpening(scan, 0))
            return i + 1;
        var two = (scan.IsWord(i, "it") && scan.IsWord(i + 1, "is")) || (scan.IsWord(i, "name") && scan.IsWord(i + 1, "of")) || (scan.IsWord(i, "ask") && scan.IsWord(i + 1, "for") && !scan.IsWord(i + 3, "at") && !scan.IsWord(i + 4, "at"))
            || ((scan.IsWord(i, "speaking") || scan.IsWord(i, "talking") || scan.IsWord(i, "chatting")) && !scan.IsWord(i - 1, "i") && (scan.IsWord(i + 1, "with") || scan.IsWord(i + 1, "to"))) || NameTongues.IsSelf(scan, i) || (scan.IsWord(i, "can") && scan.IsWord(i + 1, "write"));
        return two ? NameTongues.IsSelf(scan, i) && !scan.IsWord(i, "ich") && !scan.IsWord(i, "je") && !scan.IsWord(i, "yo") ? i + 1 : i + 2 : -1;
    }

    public static (int First, int End)? NameAt(Scan scan, int start, bool trusted, bool sure)
    {
        var titled = NameShape.IsTitle(scan, start);
        var at = NameShape.AfterTitles(scan, start);
        if (at >= scan.Tokens.Length || IsPlace(scan, at))
            return null;
        var capital = scan.Tokens[at].Capital;
        // In capitals throughout, a capital says nothing: "THIS IS RIDICULOUS".
        if (!trusted && capital && start > 0 && scan.Tokens[start - 1].Length > 1 && IsUpper(scan.WordAt(start - 1)) && !GivenNames.IsAt(scan, at))
            return null;
        if (NameShape.From(scan, start, lower: trusted || titled) is var (first, end))
            return trusted || titled || (!NameWords.IsDoing(scan, first) && NameWords.GoesOn(scan, end)) ? (first, end) : null;
        // "i'm ananya": no capital, but no word of English either.
        if ((sure && !GivenNames.IsAt(scan, at)) || capital || trusted || NameWords.IsSaidOfThings(scan, at))
            return null;
        var last = NameWords.StrangeEnd(scan, at);
        return last > at && !NameWords.IsDoing(scan, at) && NameWords.GoesOn(scan, last) ? (at, last) : null;
    }

    /// <summary>Whether a city or an area begins at a token.</summary>
    public static bool IsPlace(Scan scan, int at)
    {
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at, out var end))
        {
            if (meaning.Kind is MeaningKind.City or MeaningKind.Area && !PlaceSigns.IsOfName(scan, at, end))
                return true;
        }
        return false;
    }

    /// <summary>Notes a name, and the one that it is corrected to: "I'm Asha, sorry, Usha".</summary>
    public static void Note(Scan scan, int start, int end, double confidence)
    {
        if ((NameAnswers.InFull(scan, start, end) ?? NameHums.Again(scan, start, end) ?? NameAnswers.Preferred(scan, end)) is var (full, fullEnd))
            (start, end) = (full, fullEnd);
        else if (NameAnswers.Corrected(scan, end, scan.Tokens[start].Capital) is var (first, last))
            (start, end) = (first, last);
        var name = Written(scan, start, end);
        scan.Found(FactFields.Name, new(Text: name), name, confidence, start, end);
    }

    /// <summary>A name with its capitals, in one line.</summary>
    public static string Written(Scan scan, int start, int end) =>
        string.Join(' ', scan.Span(start, end).Of(scan.Text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Capitalized));

    private static bool IsUpper(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('a', 'z') < 0;

    // Small particles stay small beside a capital: "Vincent van der Berg".
    private static string Capitalized(string word, int at) =>
        at > 0 && char.IsLower(word[0]) && word.Length <= 4 && NameShape.IsParticle(word) ? word
        : (word.Length > 3 || (word.Length > 2 && !word.Contains('.', StringComparison.Ordinal))) && word.All(letter => !char.IsLower(letter)) && !word.Contains('.', StringComparison.Ordinal) || char.IsLower(word[0])
            ? string.Join('-', word.Split('-').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant())) : word;
}
