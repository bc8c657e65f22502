using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Corrects a word to the one word of a place's name that it can only mean.</summary>
internal sealed class PlaceSpelling
{
    private const int Shortest = 5;
    private readonly Dictionary<char, List<string>> _byFirst = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _not;

    public PlaceSpelling(Playbook playbook)
    {
        _not = playbook.NotPlaces.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var names = playbook.Cities.SelectMany(city => city.Areas.SelectMany(area => area.Aliases.Prepend(area.Name)).Concat(city.Aliases.Prepend(city.Name)));
        foreach (var word in names.SelectMany(PhraseWords.Of).Where(word => word.Length >= Shortest).Distinct(StringComparer.Ordinal))
        {
            if (!_byFirst.TryGetValue(word[0], out var words))
                _byFirst[word[0]] = words = [];
            words.Add(word);
        }
    }

    /// <summary>The word that is meant; null when none or several could be.</summary>
    public string? Correct(ReadOnlySpan<char> folded)
    {
        if (folded.Length < Shortest || _not.Contains(folded))
            return null;
        string? best = null;
        var (bestDistance, ties) = (int.MaxValue, 0);
        foreach (var candidate in _byFirst.GetValueOrDefault(folded[0]) ?? [])
        {
            var limit = Math.Min(candidate.Length, folded.Length) >= 8 ? 2 : 1;
            if (Math.Abs(candidate.Length - folded.Length) > limit || EditDistance.Of(folded, candidate, limit) is var distance && distance > limit)
                continue;
            (best, bestDistance, ties) = distance < bestDistance ? (candidate, distance, 1) : distance == bestDistance ? (best, bestDistance, ties + 1) : (best, bestDistance, ties);
        }
        return ties == 1 ? best : null;
    }
}

/// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or anything above the limit when it is more.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> rows = stackalloc int[3 * (Tokenizer.LongestWord + 1)];
        var width = b.Length + 1;
        if (width > Tokenizer.LongestWord + 1 || a.Length > Tokenizer.LongestWord)
            return limit + 1;
        var older = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, older[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > limit)
                return limit + 1;
            var spare = older;
            older = last;
            last = row;
            row = spare;
        }
        return last[^1];
    }
}
