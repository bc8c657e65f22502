using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the visitor's name: <c>I'm Asha</c>, <c>my name is Asha Rao</c>, <c>Asha here</c>, or a bare name after "what's your name?".</summary>
internal static class NameFinder
{
    private const int MostWords = 3;

    // What follows "I'm" without being a name.
    private static readonly HashSet<string> NotNames = new(
        "awesome amazing ridiculous great perfect urgent regarding speaking confusing a an the not no very so too just also still only now here there in on at from of with for to and or but by about after all already always any anything available away back based both busy certain clear come confused cool curious current currently done down dr early else engaged even ever exploring fine flexible free fresh from full fully glad going good great guessing happy hello hey hi home hoping however i ill im interested into is it its keen late later like living looking lost maybe me mr mrs ms married max moving mine more much my new next nice nri off ok okay okey old one open out over planning please pre preapproved quite ready really relocating sales same searching shifting sick single sir madam sorry sure that thanks then thinking this tired trying unable unsure up us usually waiting wanting well what when where who why willing within working wondering yes yet you your yeah yep nope done indian british german american emirati arab local expat buyer owner investor engineer doctor teacher student manager family two three four need needs want wants wanted would have has had please phone number email mail mobile customer client serious urgent cash budget flat house villa apartment using doing considering comparing afraid opening running starting setting interested visiting buying renting selling".Split(' '),
        StringComparer.Ordinal);

    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var (end, needsCapital) = IntroductionEnd(scan, i);
            // In capitals throughout, a capital says nothing: "THIS IS RIDICULOUS".
            if (end < 0 || (needsCapital && scan.Tokens[end - 1].Length > 1 && IsUpper(scan.WordAt(end - 1))) || !TryNote(scan, end, needsCapital))
                continue;
            // "Call me Sam" asks for no call.
            if (scan.IsWord(i, "call") && scan.Find(FactFields.Phone) is null)
                scan.Cues &= ~Cues.Callback;
            return;
        }
        if (TrySigned(scan) || TryHere(scan) || TryStart(scan) || TryEnd(scan))
            return;
        if (scan.Answers(FactFields.Name) && !scan.Cues.HasFlag(Cues.Refusal) && !scan.Cues.HasFlag(Cues.Question))
            TryAnswer(scan);
    }

    // Where the name would begin after "my name is", "I am", "this is", "call me"; lower case is trusted only where nothing else can follow.
    private static (int End, bool NeedsCapital) IntroductionEnd(Scan scan, int i)
    {
        if (scan.IsWord(i, "name"))
        {
            var asks = scan.IsWord(i - 1, "your") || scan.IsWord(i - 1, "the") || scan.IsWord(i - 1, "company") || scan.IsWord(i - 1, "business") || scan.IsWord(i - 1, "cafe");
            return asks ? (-1, true) : scan.IsWord(i + 1, "is") || scan.IsSign(i + 1, ':') || scan.IsSign(i + 1, '-') ? (i + 2, false)
                : scan.IsWord(i - 1, "my") ? (i + 1, true) : (-1, true);
        }
        if (scan.IsWord(i, "naam") || (scan.IsWord(i, "name's") || scan.IsWord(i, "name’s")) && scan.IsWord(i - 1, "my"))
            return (i + 1, scan.IsWord(i, "naam") && !scan.IsWord(i - 1, "mera"));
        if (scan.IsWord(i, "down") && scan.IsWord(i + 1, "as"))
            return (i + 2, true);
        if (scan.IsWord(i, "i'm") || scan.IsWord(i, "i’m") || scan.IsWord(i, "im"))
            return (i + 1, true);
        if (scan.IsWord(i, "am") && scan.IsWord(i - 1, "i"))
            return (i + 1, true);
        if (scan.IsWord(i, "this") && scan.IsWord(i + 1, "is"))
            return (i + 2, true);
        if (scan.IsWord(i, "myself"))
            return (i + 1, true);
        return scan.IsWord(i, "call") && scan.IsWord(i + 1, "me") ? (i + 2, true) : (-1, true);
    }

    private static bool TryNote(Scan scan, int start, bool needsCapital)
    {
        var end = start;
        while (end < scan.Tokens.Length && end - start < MostWords && IsNameWord(scan, end, needsCapital || (end > start && scan.Tokens[start].Capital)))
            end++;
        // "i'm ananya": no capital, but no word of English either.
        while (needsCapital && (end == start || !scan.Tokens[start].Capital) && end < scan.Tokens.Length && end - start < 2 && IsStrange(scan, end))
            end++;
        if (end == start)
            return false;
        Note(scan, start, end, needsCapital ? 0.93 : 0.96);
        return true;
    }

    private static bool IsStrange(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        if (!IsNameWord(scan, at, needsCapital: false) || scan.Tokens[at].Length < 3)
            return false;
        var folded = letters[..Tokenizer.Fold(scan.WordAt(at), letters)];
        return !folded.IsEmpty && !EnglishWords.IsUsual(folded) && !scan.Playbook.Lexicon.Places.Excludes(folded);
    }

    // "Best regards,\nDaniel Okafor"
    private static bool TrySigned(Scan scan)
    {
        for (var i = 0; i + 2 < scan.Tokens.Length; i++)
        {
            if (!scan.IsWord(i, "regards") && !scan.IsWord(i, "rgds") && !scan.IsWord(i, "cheers") && !scan.IsWord(i, "sincerely"))
                continue;
            var start = scan.IsSign(i + 1, ',') || scan.IsSign(i + 1, '-') ? i + 2 : i + 1;
            var end = start;
            while (end < scan.Tokens.Length && end - start < MostWords && IsNameWord(scan, end, needsCapital: true)
                && (end == start || !scan.Text.AsSpan(scan.Tokens[end - 1].End, scan.Tokens[end].Start - scan.Tokens[end - 1].End).Contains('\n')))
                end++;
            if (end == start)
                continue;
            Note(scan, start, end, 0.9);
            return true;
        }
        return false;
    }

    // "Asha here, looking for …"
    private static bool TryHere(Scan scan)
    {
        for (var i = 1; i < Math.Min(scan.Tokens.Length, 6); i++)
        {
            var ends = i + 1 == scan.Tokens.Length || scan.Tokens[i + 1].Kind == TokenKind.Symbol || scan.IsWord(i + 1, "from");
            if (!scan.IsWord(i, "here") || !ends || !IsNameWord(scan, i - 1, true))
                continue;
            var first = i - 1;
            while (first > 0 && i - first < MostWords && IsNameWord(scan, first - 1, true))
                first--;
            if (scan.IsWord(first - 1, "for") || scan.IsWord(first - 1, "at") || scan.IsWord(first - 1, "of"))
                continue;
            Note(scan, first, i, 0.9);
            return true;
        }
        return false;
    }

    // "Ravi Menon from Corp", "Maya, maya@example.com"
    private static bool TryStart(Scan scan)
    {
        var end = 0;
        while (end < scan.Tokens.Length && end < MostWords && scan.Tokens[end].Word < 0 && IsNameWord(scan, end, needsCapital: true))
            end++;
        if (end == 0 || end + 1 >= scan.Tokens.Length)
            return false;
        var isSender = scan.IsWord(end, "from") && scan.Tokens[end + 1].Capital;
        var isSigned = (scan.IsSign(end, ',') || scan.IsSign(end, '-')) && scan.Tokens[end + 1].Taken && (scan.Find(FactFields.Email) ?? scan.Find(FactFields.Phone)) is not null;
        if (isSender || isSigned)
            Note(scan, 0, end, 0.88);
        return isSender || isSigned;
    }

    // "98450 12345, Meera", "write to ops@example.com - Anita"; or the name alone, some turns after it was asked for.
    private static bool TryEnd(Scan scan)
    {
        var end = scan.Tokens.Length;
        var start = end;
        while (start > 0 && end - start < MostWords && scan.Tokens[start - 1].Word < 0 && IsNameWord(scan, start - 1, needsCapital: true))
            start--;
        if (start == end)
            return false;
        var isSigned = start > 1 && (scan.IsSign(start - 1, ',') || scan.IsSign(start - 1, '-')) && (scan.Find(FactFields.Email) ?? scan.Find(FactFields.Phone)) is not null;
        var isLate = start == 0 && end <= 2 && scan.Dialogue.Asked.ContainsKey(FactFields.Name) && scan.AskedField is not { Kind: FieldKind.Text or FieldKind.Company or FieldKind.Areas };
        if (isSigned || isLate)
            Note(scan, start, end, 0.85);
        return isSigned || isLate;
    }

    // A bare name as the answer: "Asha", "asha rao", "Asha, asha@example.com", "it's Asha".
    private static void TryAnswer(Scan scan)
    {
        var start = 0;
        while (start < scan.Tokens.Length && (scan.Tokens[start].Key.Kind == KeyKind.Filler || scan.IsWord(start, "its") || scan.IsWord(start, "it's") || scan.IsWord(start, "sure") || scan.IsSign(start, ',') || scan.IsWord(start, "yes")))
            start++;
        var end = start;
        while (end < scan.Tokens.Length && end - start < MostWords && IsNameWord(scan, end, needsCapital: false))
            end++;
        var over = end == scan.Tokens.Length || scan.Tokens[end].Taken || scan.Tokens[end].Kind == TokenKind.Symbol;
        if (end > start && over)
            Note(scan, start, end, 0.88);
    }

    private static bool IsNameWord(Scan scan, int at, bool needsCapital)
    {
        if (!scan.IsFree(at))
            return false;
        var token = scan.Tokens[at];
        if (token.Kind != TokenKind.Word || token.Length > 24 || (needsCapital && !token.Capital) || token.Key.Kind is not (KeyKind.None or KeyKind.Month))
            return false;
        return !NotNames.Contains(scan.WordAt(at).ToString().ToLowerInvariant()) && (token.Word < 0 || token.Capital) && !(token.Key.Kind == KeyKind.Month && !token.Capital);
    }

    private static void Note(Scan scan, int start, int end, double confidence)
    {
        if (scan.Find(FactFields.Name) is not null)
            return;
        var said = scan.Span(start, end).Of(scan.Text);
        var name = string.Join(' ', said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Capitalized));
        scan.Found(FactFields.Name, new(Text: name), name, confidence, start, end);
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
                return false;
        }
        return true;
    }

    private static string Capitalized(string word) =>
        word.Length > 2 && word.All(char.IsUpper) || char.IsLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant() : word;
}
