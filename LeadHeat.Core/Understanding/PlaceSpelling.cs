using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Corrects a word to the one word of a place's name that it can only mean.</summary>
internal sealed class PlaceSpelling
{
    private const int Shortest = 5;
    private readonly Dictionary<char, List<(string Word, HashSet<string> Places)>> _byFirst = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _not;

    public PlaceSpelling(Playbook playbook)
    {
        _not = playbook.NotPlaces.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var names = playbook.Cities.SelectMany(city => city.Aliases.Prepend(city.Name).Select(name => (Name: name, Place: city.Name))
            .Concat(city.Areas.SelectMany(area => area.Aliases.Prepend(area.Name).Select(name => (Name: name, Place: area.Name)))));
        var words = names.SelectMany(name => PhraseWords.Of(name.Name).Select(word => (Word: word, name.Place)))
            .Where(word => word.Word.Length >= Shortest)
            .GroupBy(word => word.Word, word => word.Place, StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!_byFirst.TryGetValue(word.Key[0], out var list))
                _byFirst[word.Key[0]] = list = [];
            list.Add((word.Key, [.. word]));
        }
    }

    /// <summary>The word that is meant; null when none or words of several places could be.</summary>
    public string? Correct(ReadOnlySpan<char> folded)
    {
        if (folded.Length < Shortest || _not.Contains(folded) || !_byFirst.TryGetValue(folded[0], out var candidates))
            return null;
        string? best = null;
        HashSet<string>? places = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(candidate.Word.Length, folded.Length) >= 8 ? 2 : 1;
            if (Math.Abs(candidate.Word.Length - folded.Length) > limit)
                continue;
            var distance = EditDistance.Of(folded, candidate.Word, limit);
            if (distance > limit || distance > bestDistance)
                continue;
            if (distance == bestDistance && !places!.Overlaps(candidate.Places))
                best = null;
            else if (distance < bestDistance)
                (best, places) = (candidate.Word, candidate.Places);
            bestDistance = distance;
        }
        return best;
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
