using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads a bare number as the answer to the question for a count, where more is said beside it: <c>cups a day? 150, I'd say</c>.</summary>
internal static class CountAsked
{
    /// <summary>The count that was asked for, where a number stands alone between signs; null when it counts or means something else.</summary>
    public static PlaybookField? Field(Scan scan, int at, int end)
    {
        if (scan.AskedField is not { Kind: FieldKind.Count } asked || scan.Find(asked.Name) is not null || scan.Tokens.Length <= 4)
            return null;
        return (at == 0 || Clauses.Pauses(scan, at - 1)) && (end == scan.Tokens.Length || Clauses.Pauses(scan, end)) && !HasOther(scan, asked, at) ? asked : null;
    }

    // "It varies. 2 outlets, 150 cups": the number with its unit is the answer.
    private static bool HasOther(Scan scan, PlaybookField asked, int at)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (i != at && CountFields.NumberAt(scan, i) is not null && CountFields.FieldFor(scan, i + 1) == asked)
                return true;
        }
        return false;
    }
}
