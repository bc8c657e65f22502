using System.Numerics;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>All names of a playbook's places, found by what they nearly are: <c>whitefeild</c>, <c>jumeriah vilage circle</c>.</summary>
internal sealed class PlaceIndex
{
    /// <summary>The longest name, without spaces.</summary>
    public const int Longest = Tokenizer.LongestWord;

    private readonly PlaceName[][] _byLength = new PlaceName[Longest + 1][];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _not;

    public PlaceIndex(Playbook playbook)
    {
        _not = playbook.NotPlaces.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var names = playbook.Cities.SelectMany(city => city.Aliases.Prepend(city.Name).Select(name => PlaceName.Of(name, new(MeaningKind.City, City: city), city.Name))
            .Concat(city.Areas.SelectMany(area => area.Aliases.Prepend(area.Name).Select(name => PlaceName.Of(name, new(MeaningKind.Area, Area: area), area.Name)))));
        var lengths = names.Where(name => name.Letters.Length is > 0 and <= Longest).DistinctBy(name => (name.Letters, name.Place)).ToLookup(name => name.Letters.Length);
        for (var length = 0; length <= Longest; length++)
            _byLength[length] = [.. lengths[length]];
    }

    public bool IsEmpty => Array.TrueForAll(_byLength, names => names.Length == 0);

    /// <summary>Whether the playbook says that this is no place.</summary>
    public bool Excludes(ReadOnlySpan<char> letters) => _not.Contains(letters);

    /// <summary>The one place whose name these letters can only be, with how many errors are in them.</summary>
    public (PlaceName Name, int Errors)? Find(ReadOnlySpan<char> letters, int limit)
    {
        var set = PlaceName.SetOf(letters);
        PlaceName? best = null;
        var (errors, likeness, open) = (limit + 1, double.MinValue, false);
        for (var length = Math.Max(1, letters.Length - limit); length <= Math.Min(Longest, letters.Length + limit); length++)
        {
            foreach (var name in _byLength[length])
            {
                // An error changes at most one letter that only one of the two has.
                if (BitOperations.PopCount(set & ~name.Set) > limit || BitOperations.PopCount(name.Set & ~set) > limit)
                    continue;
                var distance = EditDistance.Of(letters, name.Letters, Math.Min(limit, errors));
                if (distance > errors || distance > limit || distance * 3 > name.Letters.Length)
                    continue;
                var alike = Likeness(letters, name.Letters);
                if (distance < errors || alike > likeness + 0.3)
                    (best, errors, likeness, open) = (name, distance, alike, false);
                else if (best!.Place != name.Place && alike > likeness - 0.3)
                    open = true;
            }
        }
        return best is null || open ? null : (best, errors);
    }

    // Between names with as many errors: people seldom miss the first letter, and swap or double letters more than they change them.
    private static double Likeness(ReadOnlySpan<char> written, ReadOnlySpan<char> name)
    {
        var same = written[0] == name[0] ? 0.6 : 0;
        if (written[^1] == name[^1])
            same += 0.5;
        if (PlaceName.SetOf(written) == PlaceName.SetOf(name))
            same += 1;
        for (var i = 0; i < Math.Min(written.Length, name.Length); i++)
        {
            if (written[i] != name[i])
                return same + (Keyboard.AreNeighbours(written[i], name[i]) && written.Length == name.Length ? 0.7 : 0);
        }
        return same;
    }
}

/// <summary>One way to write a place.</summary>
/// <param name="Letters">Folded and without spaces.</param>
/// <param name="Set">Which letters and digits it has.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="IsCommon">Whether it is one ordinary English word, with or without an article: <c>springs</c>, <c>the greens</c>.</param>
internal sealed record PlaceName(string Letters, ulong Set, string Place, Meaning Meaning, int Words, bool IsCommon)
{
    public static PlaceName Of(string name, Meaning meaning, string place)
    {
        string[] words = [.. PhraseWords.Of(name)];
        var letters = string.Concat(words);
        var ordinary = words.Where(word => word != "the").ToArray();
        return new(letters, SetOf(letters), place, meaning, words.Length, meaning.Area is not null && ordinary.Length == 1 && EnglishWords.Contains(ordinary[0]));
    }

    public static ulong SetOf(ReadOnlySpan<char> letters)
    {
        ulong set = 0;
        foreach (var letter in letters)
            set |= 1UL << (letter & 63);
        return set;
    }
}

/// <summary>Which keys lie side by side.</summary>
internal static class Keyboard
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static bool AreNeighbours(char one, char other)
    {
        var (a, b) = (At(one), At(other));
        return a.Row >= 0 && b.Row >= 0 && Math.Abs(a.Row - b.Row) <= 1 && Math.Abs(a.Column - b.Column) <= 1;
    }

    private static (int Row, int Column) At(char key)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            var column = Rows[row].IndexOf(key, StringComparison.Ordinal);
            if (column >= 0)
                return (row, column);
        }
        return (-10, -10);
    }
}
