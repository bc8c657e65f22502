using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>
/// The city or country of the visitor's own business, for businesses that serve every city: "our café is in Business Bay, Dubai".
/// It takes no tokens and counts for no intent: it only says what a bare amount and a national number mean.
/// </summary>
internal static class HomeCity
{
    private const int MostOfArea = 5;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Locating = WordSet.Of("in at near around within from across throughout");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moving = WordSet.Of("moved moving shifted shifting relocated relocating expanded expanding");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Parts = WordSet.Of("the downtown central south north east west old new greater");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = WordSet.Of("location city place address country emirate based");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Postposed = WordSet.Of("mein main me");

    // "I'm in Dubai till Friday" tells of a journey.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Passing = WordSet.Of("next tomorrow till until today tonight this visiting on for");

    // "We closed our Dubai outlet"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ending = WordSet.Of("closed closing close shut sold selling left leaving");

    // "We operate out of Dubai", not "we moved out of Dubai"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Operating = WordSet.Of("based operate operates operating work works working run runs running trade trading");

    // "I look after the Dubai office"; "I know the Dubai office" is anybody's.
    private static readonly PhraseTable<bool> Heading = new((true,
        "i|we run|manage|head|lead|handle|supervise the; i|we look after the; i'm|i’m|im|we're|we’re the; i|we am|are the; i|we am|are in charge of the; i'm|i’m|im|we're|we’re in charge of the; i'm|i’m|im heading|running|managing the; i am heading|running|managing the"));

    /// <summary>Finds it before numbers and amounts are read.</summary>
    public static void Find(Scan scan)
    {
        if (scan.Playbook.HomeCities.Count == 0 || scan.Playbook.Field(FactFields.City) is null)
            return;
        List<(City City, TextSpan Span, HomeClause.Kind Kind)> homes = [];
        (int End, HomeClause.Kind Kind) before = default;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (scan.Playbook.HomeNames.At(scan, at) is not var (city, end))
                continue;
            // "In Dubai and Sharjah", "in Dubai, UAE"
            var kind = before.End > 0 && at - before.End <= 1 && (at == before.End || scan.IsSign(at - 1, ',') || scan.Is(at - 1, KeyKind.And)) ? before.Kind : KindOf(scan, at, end);
            if (kind != HomeClause.Kind.None)
                homes.Add((city, scan.Span(at, end), kind));
            (before, at) = ((end, kind), end - 1);
        }
        if (homes.Count == 0)
            return;
        // "I'm from Mumbai, but our café is in Dubai"; two lands of one kind leave it open which one is meant.
        var best = homes.Max(home => home.Kind);
        homes.RemoveAll(home => home.Kind != best);
        var (own, span, _) = homes[0];
        if (homes.TrueForAll(home => home.City.Region == own.Region) && !IsItsLand(own, scan.KnownText(FactFields.City), scan.Playbook))
            (scan.Home, scan.HomeSpan) = (own, span);
    }

    /// <summary>Notes it as a value once everything else is understood.</summary>
    public static void Note(Scan scan)
    {
        if (scan is { Home: { } city, HomeSpan: { } span })
            scan.Values.Add(new(FactFields.City, new(Text: city.Name), city.Name, 0.9, [span]));
    }

    // Of whom Dubai is known, the Emirates tell nothing new.
    private static bool IsItsLand(City land, string? known, Playbook playbook) => playbook.CityOf(known)?.Lands.Contains(land.Name) == true;

    private static HomeClause.Kind KindOf(Scan scan, int first, int end)
    {
        if (scan.IsNegated(first))
            return HomeClause.Kind.None;
        // "Our Dubai café", "we're a Dubai based company"
        var noun = scan.IsSign(end, '-') ? end + 1 : end;
        if (scan.IsWord(noun, "based") && (HomeClause.IsBusiness(scan, noun + 1) || HomeClause.Ends(scan, noun + 1)))
            return HomeClause.Before(scan, first, end, isBased: true);
        if (HomeClause.IsBusiness(scan, end) && (HomeClause.IsOwn(scan, first - 1) || IsHeaded(scan, first)) && !Ending.Contains(scan.WordAt(Math.Max(0, first - 2))))
            return HomeClause.Kind.Business;
        if (end < scan.Tokens.Length && Postposed.Contains(scan.WordAt(end)))
            return IsBehind(scan, end + 1) ? HomeClause.Kind.Business : HomeClause.Before(scan, first, end);
        if (IsLabelled(scan, first))
            return HomeClause.Kind.Business;
        if (PlaceStart(scan, first) is not { } start)
            return HomeClause.Kind.None;
        // "In Dubai." says it alone.
        if (HomeClause.Begins(scan, start) && scan.IsWord(start, "in") && HomeClause.Ends(scan, end) && !scan.IsSign(end, '?'))
            return HomeClause.Kind.Person;
        var kind = HomeClause.Before(scan, start, end);
        return kind == HomeClause.Kind.Person && end < scan.Tokens.Length && Passing.Contains(scan.WordAt(end)) ? HomeClause.Kind.None : kind;
    }

    private static bool IsHeaded(Scan scan, int first) =>
        Enumerable.Range(Math.Max(0, first - 6), Math.Min(6, first)).Any(at => Heading.At(scan, at) is var (_, end) && end == first);

    // "Dubai mein apna café hai"
    private static bool IsBehind(Scan scan, int at) => HomeClause.IsOwn(scan, at) && HomeClause.IsBusiness(scan, at + 1);

    // "Location: Dubai"
    private static bool IsLabelled(Scan scan, int first)
    {
        var label = scan.IsSign(first - 1, ':') || scan.IsSign(first - 1, '-') || scan.IsWord(first - 1, "is") ? first - 2 : -1;
        return label >= 0 && Labels.Contains(scan.WordAt(label)) && (HomeClause.Begins(scan, label) || HomeClause.IsOwn(scan, label - 1));
    }

    // Where the words begin that tell the place: at "in" of "in Business Bay, Dubai", at "to" of "we moved to Dubai".
    private static int? PlaceStart(Scan scan, int first)
    {
        for (var at = first - 1; at >= 0 && at >= first - 1 - MostOfArea; at--)
        {
            if (Locating.Contains(scan.WordAt(at)))
                return at;
            // "We operate out of Dubai", "based out of Dubai"
            if (scan.IsWord(at, "of") && scan.IsWord(at - 1, "out"))
                return at > 1 && Operating.Contains(scan.WordAt(at - 2)) ? at - 1 : null;
            if (scan.IsWord(at, "to"))
                return at > 0 && Moving.Contains(scan.WordAt(at - 1)) ? at : null;
            var isPart = scan.IsSign(at, ',') || scan.Tokens[at].Capital || scan.Tokens[at].Kind == TokenKind.Number || Parts.Contains(scan.WordAt(at))
                || scan.Tokens[at].Kind == TokenKind.Word && (scan.IsSign(first - 1, ',') || !EnglishWords.Contains(scan.WrittenAt(at).ToString().ToLowerInvariant()));
            if (!isPart || HomeClause.IsOthers(scan, at))
                return null;
        }
        return null;
    }
}
