using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads the number that a count has become: <c>4 outlets, one closed so it's 3 now</c>, <c>10 in the team … two left, so 8</c>.</summary>
internal static class CountChange
{
    private const int Reach = 28;
    private const int Factor = 5;

    private static readonly PhraseTable<bool> Leads = new((true,
        "it|that is|was more like; it's|it’s|its more like; more like; it|that is actually|really; it's|it’s|its actually|really; actually it's|its|it’s; actually it is; the team is; the team really is; team is|really; team really is; in reality; in reality it's|its|we're; so; so only|just; so it's|it’s|its|we're|we’re|now|make; so it|we is|are; so make it; now; now it's|it’s|its|only|we're|we’re; now it is; now we are|have; make it|that; well; that makes; which makes; leaves us; leaves us with; down|up to; down|up to only|just|about|around; down|up to now; shrunk|shrank|reduced|cut|grown|grew|trimmed|increased to; leaves; put; put it at|as; put down; call it; ab; to ab; toh ab"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = WordSet.Of(
        "sorry wait down shrunk grown cut layoffs closed closing shut left leaving leaves quit joined joining join joins opened opening fewer actually earlier had was were before pehle make well gone sold added hired fired wrong really reality");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Follows = WordSet.Of("now left then since because only total remain remaining again currently please after last this");

    /// <summary>The new number, and the token behind it; null when there is none.</summary>
    /// <param name="first">Where the count begins.</param>
    /// <param name="at">The token behind it.</param>
    public static (decimal Number, int End)? At(Scan scan, PlaybookField field, decimal low, int first, int at)
    {
        var marked = false;
        for (var i = first - 1; i >= 0 && i >= first - 5; i--)
            marked |= scan.IsWord(i, "earlier") || scan.IsWord(i, "had") || scan.IsWord(i, "was") || scan.IsWord(i, "were") || scan.IsWord(i, "said") || scan.IsWord(i, "pehle");
        for (var i = at; i < Math.Min(scan.Tokens.Length, at + Reach); i++)
        {
            marked |= Marks.Contains(scan.WordAt(i));
            // "30, actually wait, after the layoffs 18 only"
            if (marked && i > at && (scan.IsWord(i + 1, "only") || scan.IsWord(i + 1, "now")) && (i + 2 == scan.Tokens.Length || scan.Tokens[i + 2].Kind == TokenKind.Symbol) && CountFields.NumberAt(scan, i) is { } left && left * Factor >= low && left <= low * Factor)
                return (left, i + 2);
            // "200 cups. No no, let me be realistic, 150": a number by itself behind a change of mind.
            if (i > at && (i + 1 >= scan.Tokens.Length || Clauses.EndsSentence(scan, i + 1)) && ChangeOfMind.Between(scan, at, i) && CountFields.NumberAt(scan, i) is { } anew && anew * Factor >= low && anew <= low * Factor)
                return (anew, i + 1);
            if (!marked || Leads.At(scan, i) is not var (_, behind) || CountFields.NumberAt(scan, behind) is not { } number || number * Factor < low || number > low * Factor)
                continue;
            var end = behind + 1;
            var ends = end >= scan.Tokens.Length || (scan.Tokens[end].Kind == TokenKind.Symbol && !scan.IsSign(end, '%') && !scan.IsSign(end, '-') && !scan.IsSign(end, ':') && !scan.IsSign(end, '/')) || CountFields.PeriodEnd(scan, end) > end || Follows.Contains(scan.WordAt(end));
            if (ends || CountFields.FieldAt(scan, ref end) == field)
                return (number, end);
        }
        return null;
    }
}
