using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds company names: <c>I work at Acme Traders</c>, <c>Gulf Trading LLC</c>, <c>Head of Sales, Brightwave</c>.</summary>
internal static class CompanyFinder
{
    public static void Run(Scan scan)
    {
        if (scan.Playbook.Field(FactFields.Company) is null || TryLegalForm(scan) || CompanyCard.Try(scan))
            return;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var start = CompanyStart(scan, i);
            var end = start;
            var trusted = start > 1 && (scan.IsWord(start - 1, "called") || scan.IsWord(start - 1, "named"));
            while (start > 0 && end < scan.Tokens.Length && end - start < 5 && (IsCompanyWord(scan, end, trusted && end == start) || (end > start && (IsLinked(scan, end) || IsTakenAway(scan, end) || IsKindBehind(scan, start, end)))))
                end++;
            if (start <= 0 || end == start)
                continue;
            end = AndEnd(scan, i, end);
            var name = scan.Span(start, end).Of(scan.Text);
            GiveBack(scan, scan.Span(start, end));
            scan.Found(FactFields.Company, new(Text: name), name, 0.9, start, end);
            return;
        }
    }

    // "I'm with Blue Pelican Analytics": a word of the house's name is no need.
    private static bool IsTakenAway(Scan scan, int at) => scan.Tokens[at] is { Taken: true, Kind: TokenKind.Word, Capital: true, Key.Kind: KeyKind.None } && scan.Values.Exists(value => IsChoiceWithin(scan, value, scan.Span(at, at + 1)));

    private static bool IsChoiceWithin(Scan scan, FoundValue value, TextSpan span) =>
        scan.Playbook.Field(value.Field) is { Kind: FieldKind.Choices or FieldKind.Choice } && value.Spans.Any(said => said.Start >= span.Start && said.End <= span.End);

    private static void GiveBack(Scan scan, TextSpan name)
    {
        foreach (var value in scan.Values.Where(value => IsChoiceWithin(scan, value, name)).ToArray())
        {
            scan.Values.Remove(value);
            if (value.Value.Items is not { } items || items.Count != value.Spans.Count)
                continue;
            int[] kept = [.. Enumerable.Range(0, items.Count).Where(at => value.Spans[at].Start < name.Start || value.Spans[at].End > name.End)];
            if (kept.Length > 0)
                scan.Values.Add(ChoiceFinder.Value(scan.Playbook.Field(value.Field)!, [.. kept.Select(at => items[at])], [.. kept.Select(at => value.Spans[at])]));
        }
    }

    // "Our company is Harrow and Pine Furniture": where the house is named and nothing else follows.
    private static int AndEnd(Scan scan, int lead, int end)
    {
        if (!IsHouse(scan, lead) || !scan.Is(end, KeyKind.And))
            return end;
        var last = end + 1;
        while (last < scan.Tokens.Length && IsCompanyWord(scan, last))
            last++;
        return last > end + 1 && (last == scan.Tokens.Length || scan.Tokens[last].Kind == TokenKind.Symbol || scan.Is(last, KeyKind.And)) ? last : end;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Houses = WordSet.Of("company firm startup business institute academy agency clinic school college brand ngo trust organisation organization firm's coaching dukaan");

    /// <summary>Whether a word says what kind of house it is.</summary>
    public static bool IsHouse(Scan scan, int at) => at >= 0 && at < scan.Tokens.Length && Houses.Contains(scan.WordAt(at));

    // "Gulf Trading LLC": capitals that end in a legal form.
    private static bool TryLegalForm(Scan scan)
    {
        for (var i = 1; i < scan.Tokens.Length; i++)
        {
            if (!LegalForms.Contains(scan.WordAt(i).ToString()))
                continue;
            var start = i;
            while (start > 0 && i - start < 4 && IsCompanyWord(scan, start - 1))
                start--;
            if (start == i || CompanyOfOthers.IsIt(scan, start - 1))
                continue;
            var end = i + 1;
            while (end < scan.Tokens.Length && (LegalForms.Contains(scan.WordAt(end).ToString()) || (scan.IsSign(end, '.') && end + 1 < scan.Tokens.Length && LegalForms.Contains(scan.WordAt(end + 1).ToString()))))
                end++;
            var name = scan.Span(start, end).Of(scan.Text);
            scan.Found(FactFields.Company, new(Text: name), name, 0.92, start, end);
            return true;
        }
        return false;
    }

    private static readonly HashSet<string> LegalForms = new(["LLC", "Ltd", "Inc", "Pvt", "GmbH", "FZE", "LLP", "Corp", "Technologies", "Solutions"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Ranks = new(["founder", "cofounder", "ceo", "cto", "coo", "owner", "director", "partner", "part"], StringComparer.OrdinalIgnoreCase);

    // After "I work at", "company is", "company called", "we are", "from".
    private static int CompanyStart(Scan scan, int i)
    {
        // "institute ka naam Prerna Classes"
        if (scan.IsWord(i, "naam") && (scan.IsWord(i - 1, "ka") || scan.IsWord(i - 1, "ki")) && IsHouse(scan, i - 2))
            return scan.IsSign(i + 1, ':') || scan.IsWord(i + 1, "hai") ? i + 2 : i + 1;
        // "Company's Brightspan Solar, I'm …"; "our company's Salesforce account" is no name.
        if ((scan.IsWord(i, "company's") || scan.IsWord(i, "company’s") || scan.IsWord(i, "firm's") || scan.IsWord(i, "firm’s")) && (i == 0 || scan.Tokens[i - 1].Kind == TokenKind.Symbol))
            return IsWholeClause(scan, i + 1) ? i + 1 : -1;
        if (IsHouse(scan, i))
        {
            if (scan.IsWord(i + 1, "is") || scan.IsWord(i + 1, "called") || scan.IsWord(i + 1, "named"))
                return scan.IsWord(i + 2, "called") ? i + 3 : i + 2;
            if (scan.IsWord(i + 1, "name"))
                return scan.IsWord(i + 2, "is") || scan.IsSign(i + 2, ':') || scan.IsSign(i + 2, '-') ? i + 3 : -1;
            // "name Abu Yousef, company Al Rimal Auto Spare"
            if (scan.IsWord(i, "company") && (i == 0 || scan.IsSign(i - 1, ',') || scan.Is(i - 1, KeyKind.And)) && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Capital)
                return i + 1;
            // "our company, Acme Traders, sells pumps", "company: Acme Traders"
            return scan.IsSign(i + 1, ':') || (scan.IsSign(i + 1, ',') && scan.IsWord(i - 1, "our")) ? i + 2 : -1;
        }
        // "ours is Bluepine Realty", "I run Acme Traders"
        if ((scan.IsWord(i, "is") && scan.IsWord(i - 1, "ours")) || ((scan.IsWord(i, "run") || scan.IsWord(i, "own")) && scan.IsWord(i - 1, "i") && i + 2 < scan.Tokens.Length && scan.Tokens[i + 1].Capital && scan.Tokens[i + 2].Capital))
            return i + 1;
        if (IsUs(scan, i))
            return IsWhoWeAre(scan, i + 1) ? i + 1 : -1;
        if (scan.IsWord(i, "with") && IsUs(scan, i - 1) || scan.IsWord(i, "for") && (scan.IsWord(i - 1, "speaking") || scan.IsWord(i - 1, "calling") || scan.IsWord(i - 1, "writing")) || scan.IsWord(i, "representing"))
            return i + 1;
        if (scan.IsSign(i, ',') && i > 1 && scan.Find("role") is { } role && scan.TokenAt(role.Spans[^1].End) is var after && (after == i || (after == i - 1 && !scan.Tokens[after].Taken)) && IsWholeClause(scan, i + 1))
            return i + 1;
        if (IsAskedAbout(scan, i) || CompanyOfOthers.IsIt(scan, i))
            return -1;
        if (scan.IsWord(i, "at") || scan.IsWord(i, "with") || scan.IsWord(i, "for"))
            return scan.IsWord(i - 1, "work") || scan.IsWord(i - 1, "working") || (scan.IsWord(i, "at") && i > 0 && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Capital) ? i + 1 : -1;
        // "Marguerite Achterberg of Polder & Pine"
        if (scan.IsWord(i, "of") && scan.Find(FactFields.Name) is { } name && scan.TokenAt(name.Spans[^1].End) == i)
            return i + 1;
        if (scan.IsWord(i, "of") && Ranks.Contains(scan.WordAt(Math.Max(0, i - 1)).ToString()))
            return i + 1;
        return scan.IsWord(i, "from") && !scan.IsWord(i - 1, "back") && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Capital ? i + 1 : -1;
    }

    // "Do you work with HubSpot?", "how are you different from Zoho", "we'd move from Pipedrive": houses that are spoken of, not the visitor's own.
    private static bool IsAskedAbout(Scan scan, int i)
    {
        if (i > 0 && (scan.Tokens[i - 1].Taken || Leaving.Contains(scan.WordAt(i - 1))))
            return !scan.Tokens[i - 1].Taken;
        if (!scan.Cues.HasFlag(Cues.Question))
            return false;
        for (var before = Math.Max(0, i - 4); before < i; before++)
        {
            if (scan.IsWord(before, "i") || scan.IsWord(before, "we") || scan.IsWord(before, "calling") || scan.IsWord(before, "writing") || scan.IsWord(before, "here") || IsUs(scan, before))
                return false;
        }
        return true;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Leaving = WordSet.Of(
        "different migrate migrating import importing switch switching move moving data export leads contacts away coming differ differs apart sync compared records");

    // "We are", "I'm", "we're"
    private static bool IsUs(Scan scan, int i) =>
        scan.IsWord(i, "we're") || scan.IsWord(i, "we’re") || (scan.IsWord(i, "are") && scan.IsWord(i - 1, "we")) || scan.IsWord(i, "i'm") || scan.IsWord(i, "i’m") || (scan.IsWord(i, "am") && scan.IsWord(i - 1, "i"));

    // "We are Kestrel Logistics, 60 people": capitals, then the end of the clause; "I'm" speaks of a person.
    private static bool IsWhoWeAre(Scan scan, int at)
    {
        if (!(scan.IsWord(at - 1, "are") || scan.WordAt(at - 1).StartsWith("we", StringComparison.OrdinalIgnoreCase)))
            return false;
        var end = at;
        while (end < scan.Tokens.Length && (IsCompanyWord(scan, end, false) || (end > at && (IsLinked(scan, end) || IsKindBehind(scan, at, end)))))
            end++;
        return end > at && (end == scan.Tokens.Length || scan.IsSign(end, ',') || scan.IsSign(end, '.') || scan.IsSign(end, '(') || scan.Is(end, KeyKind.Article) || (end > at + 1 && scan.Is(end, KeyKind.And) && scan.IsWord(end + 1, "we")));
    }

    // "Helping Hands foundation": what kind of house it is ends its name, in small letters, too.
    private static bool IsKindBehind(Scan scan, int start, int at) =>
        Kinds.Contains(scan.WordAt(at)) && !scan.Tokens[at].Taken && Enumerable.Range(start, at - start).All(word => scan.Tokens[word].Capital)
        && (at + 1 == scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol || scan.Is(at + 1, KeyKind.And));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kinds = WordSet.Of("foundation trust group academy agency institute clinic school college studio studios traders classes realty properties builders consultants services");

    // "Head of Sales, Brightwave": the house ends its clause.
    private static bool IsWholeClause(Scan scan, int at)
    {
        var end = at;
        while (end < scan.Tokens.Length && (IsCompanyWord(scan, end, false) || (end > at && IsLinked(scan, end))))
            end++;
        return end > at && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.Tokens[end].Taken);
    }

    // "Harrow & Finch"
    public static bool IsLinked(Scan scan, int at) => (scan.IsSign(at, '&') || scan.IsSign(at, '-')) && at + 1 < scan.Tokens.Length && IsCompanyWord(scan, at + 1, false);

    public static bool IsCompanyWord(Scan scan, int at, bool lower = false)
    {
        var token = scan.Tokens[at];
        return !token.Taken && token.Kind == TokenKind.Word && (token.Capital || lower) && token.Key.Kind is KeyKind.None or KeyKind.Month && token.Key.Kind != KeyKind.Month;
    }
}
