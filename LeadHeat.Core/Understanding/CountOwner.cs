using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Knows what type of customer somebody is by what he runs: <c>we've four outlets</c>.</summary>
internal static class CountOwner
{
    /// <summary>What runs so and so many outlets is of the one type that is asked for them: "we run two cafés", "our 3 shops".</summary>
    public static void Find(Scan scan)
    {
        if (scan.Dialogue.CustomerType is not null || scan.Find(Scan.CustomerType) is not null || scan.Playbook.Field(Scan.CustomerType) is not { } type)
            return;
        foreach (var value in scan.Values)
        {
            if (scan.Playbook.Field(value.Field) is not { Kind: FieldKind.Count, For: [var only] } || scan.TokenAt(value.Spans[0].Start) is not (> 0 and var first)
                || !Owning.Contains(scan.WordAt(first - 1)) || scan.IsWord(first - 2, "will") || scan.IsWord(first - 2, "to") || type.Choices.FirstOrDefault(choice => choice.Value == only) is not { } choice)
                continue;
            scan.Values.Add(new(type.Name, new(Text: choice.Value), choice.Display, 0.88, [scan.Span(first - 1, first)]));
            return;
        }
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Owning = WordSet.Of("we've we’ve i've i’ve got run runs running own owns have has operate operates manage manages our");
}
