namespace LeadHeat.Core.Facts;

/// <summary>Puts new facts to the known ones.</summary>
public static class FactMerge
{
    /// <summary>
    /// A new value replaces the known one, areas and other lists add to it, what a person set stays, and the same value keeps the earlier fact.
    /// </summary>
    /// <param name="found">New facts.</param>
    /// <param name="correction">Whether the visitor corrects himself: then lists are replaced, too.</param>
    public static MergedFacts Merge(IReadOnlyList<Fact> known, IReadOnlyList<Fact> found, bool correction = false)
    {
        List<Fact> all = [.. known];
        List<Fact> changed = [];
        var moved = MovesCity(known, found);
        foreach (var fact in found)
        {
            var index = all.FindIndex(before => before.Field == fact.Field);
            var merged = index < 0 ? fact : Merge(all[index], fact, correction || (moved && fact.Field == FactFields.Areas));
            if (index < 0 && fact.Value.IsEmpty)
                continue;
            if (index >= 0 && ReferenceEquals(merged, all[index]))
                continue;
            if (index < 0)
                all.Add(merged);
            else
                all[index] = merged;
            changed.Add(merged);
        }
        return new(all, changed);
    }

    private static Fact Merge(Fact before, Fact after, bool correction)
    {
        if (before.SetBy == FactSource.Person && after.SetBy == FactSource.Bot)
            return before;
        if (!correction && before.Value.Items is { Count: > 0 } known && after.Value.Items is { } added && before.Field != FactFields.PropertyType)
            return Add(before, known, after, added);
        return HasSameValue(before.Value, after.Value) ? before : after;
    }

    private static Fact Add(Fact before, IReadOnlyList<string> known, Fact after, IReadOnlyList<string> added)
    {
        string[] news = [.. added.Except(known, StringComparer.OrdinalIgnoreCase)];
        if (news.Length == 0)
            return before;
        return after with
        {
            Value = after.Value with { Items = [.. known, .. news] },
            Display = before.Field == FactFields.Areas
                ? Listing.Or([.. known, .. news]) : $"{before.Display}, {(news.Length == added.Count ? after.Display : string.Join(", ", news))}",
            Confidence = Math.Min(before.Confidence, after.Confidence),
            Evidence = [.. before.Evidence, .. after.Evidence],
        };
    }

    // Areas of another city replace those of the old one.
    private static bool MovesCity(IReadOnlyList<Fact> known, IReadOnlyList<Fact> found)
    {
        var before = known.FirstOrDefault(fact => fact.Field == FactFields.City)?.Value.Text;
        var after = found.FirstOrDefault(fact => fact.Field == FactFields.City)?.Value.Text;
        return before is not null && after is not null && before != after;
    }

    /// <summary>Whether both say the same, whoever said it and when.</summary>
    public static bool HasSameValue(FactValue a, FactValue b) =>
        a with { Items = null } == b with { Items = null } && (a.Items ?? []).SequenceEqual(b.Items ?? []);
}

/// <summary>All facts after a merge, and those that it made or changed.</summary>
public sealed record MergedFacts(IReadOnlyList<Fact> All, IReadOnlyList<Fact> Changed);
