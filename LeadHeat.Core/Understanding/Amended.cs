using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads a message that only puts a number right: <c>no i meant 250</c>, <c>sorry i meant 3</c>, <c>no 1.5</c>. It means what the message before told.</summary>
internal static class Amended
{
    private const int Longest = 8;
    private const int Factor = 5;
    private const int MostBeds = 7;
    private const int Crore = 10_000_000;
    private const int Lakh = 100_000;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = WordSet.Of("no nope sorry oops wait meant mean actually correction nahi");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lead = WordSet.Of("no nope sorry oops wait meant mean actually correction nahi i we my bad mistake typo it it's it’s its that should be is only just make say rather hmm oh not ok okay a");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Behind = WordSet.Of("please pls only not instead now sorry actually");

    public static void Run(Scan scan)
    {
        if (scan.Values.Count > 0 || scan.Tokens.Length > Longest || (scan.Cues & (Cues.Question | Cues.Visit | Cues.Callback | Cues.Refusal)) != 0 || NumberIn(scan) is not var (number, at))
            return;
        var last = scan.ToldLast;
        // "Make it 3" may mean bedrooms that nobody spoke of.
        if (Budget(last, number) is { } budget && (number != decimal.Truncate(number) || Beds(last, number) is null && SaysMeant(scan)))
            Note(scan, FactFields.Budget, budget with { Max = number * ScaleOf(budget) }, Money.FormatRange(null, number * ScaleOf(budget), budget.Unit!, budget.Period), at);
        else if (Beds(last, number) is { } beds)
            Note(scan, FactFields.Beds, new(Min: number, Max: number), BedsScanner.Display(number, number, beds.Display.Contains("BHK", StringComparison.Ordinal)), at);
        else if (Count(scan, last, number) is var (field, before))
            Note(scan, field.Name, before.Value with { Min = number, Max = number }, DisplayOf(before, number), at);
    }

    private static bool SaysMeant(Scan scan) => Enumerable.Range(0, scan.Tokens.Length).Any(at => scan.IsWord(at, "meant") || scan.IsWord(at, "mean") || scan.IsWord(at, "sorry"));

    // Nothing but words of putting right, one of which marks it, and the number behind them.
    private static (decimal Number, int At)? NumberIn(Scan scan)
    {
        var marked = false;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            marked |= Marks.Contains(scan.WordAt(at));
            if (CountFields.NumberAt(scan, at) is { } number)
                return marked && (at + 1 == scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol && !scan.IsSign(at + 1, '%') || Behind.Contains(scan.WordAt(at + 1))) ? (number, at) : null;
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Lead.Contains(scan.WordAt(at)))
                return null;
        }
        return null;
    }

    private static FactValue? Budget(IReadOnlyList<Fact> last, decimal number) =>
        last.FirstOrDefault(fact => fact.Field == FactFields.Budget)?.Value is { Min: null, Max: { } most, Unit: not null } budget
            && number * ScaleOf(budget) is var amount && amount != most && amount <= most * Factor && amount * Factor >= most ? budget : null;

    private static decimal ScaleOf(FactValue budget) => budget.Unit == "INR" ? budget.Max >= Crore ? Crore : Lakh : budget.Max >= 1_000_000 ? 1_000_000 : 1_000;

    // One more or less beside a budget that the number may mean as well.
    private static Fact? Beds(IReadOnlyList<Fact> last, decimal number) =>
        last.FirstOrDefault(fact => fact.Field == FactFields.Beds) is { Value: { Min: { } low, Max: { } high } } beds && low == high && number != low && number is > 0 and <= MostBeds && number == decimal.Truncate(number)
            && (Budget(last, number) is null || Math.Abs(number - low) <= 1) ? beds : null;

    private static (PlaybookField, Fact)? Count(Scan scan, IReadOnlyList<Fact> last, decimal number)
    {
        (PlaybookField, Fact)[] counts = [.. scan.Playbook.Fields.Where(field => field.Kind == FieldKind.Count)
            .SelectMany(field => last.Where(fact => fact.Field == field.Name && fact.Value is { Min: { } low, Max: { } high } && low == high && low != number && number <= low * Factor && number * Factor >= low).Select(fact => (field, fact)))];
        return counts is [var only] ? only : null;
    }

    // "200 cups a day" becomes "250 cups a day".
    private static string DisplayOf(Fact before, decimal number)
    {
        var figures = before.Display.TakeWhile(sign => char.IsAsciiDigit(sign) || sign is ',' or '.').Count();
        return number.ToString("#,0.##", CultureInfo.InvariantCulture) + before.Display[figures..];
    }

    private static void Note(Scan scan, string field, FactValue value, string display, int at)
    {
        scan.Found(field, value, display, 0.85, at, at + 1);
        scan.Cues = (scan.Cues | Cues.Correction) & ~Cues.No;
        scan.Signals.RemoveAll(signal => signal.Cue == Cues.No);
    }
}
