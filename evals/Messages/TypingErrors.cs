using LeadHeat.Core.Playbooks;

namespace LeadHeat.Evals.Messages;

/// <summary>Writes place names with typing errors: the same ones every time.</summary>
internal static class TypingErrors
{
    // A shorter word with an error in it may be anything, and one of medium length with two.
    private const int LettersForOne = 4;
    private const int LettersForTwo = 7;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>The areas whose names stay recognisable with so many errors.</summary>
    public static IEnumerable<Area> Recognisable(Playbook playbook, int errors) =>
        playbook.Cities.SelectMany(city => city.Areas).Where(area => area.Name.Split(' ').Sum(Room) >= errors);

    /// <summary>The name with so many slips of the finger, none in a word's first letter.</summary>
    public static string Slip(string name, int errors, Random dice)
    {
        var words = name.Split(' ');
        var room = words.Select(Room).ToArray();
        for (var slips = 0; slips < errors;)
        {
            var at = dice.Next(words.Length);
            if (room[at] == 0)
                continue;
            var slipped = One(words[at], dice.Next(1, words[at].Length), dice.Next(5), dice);
            if (string.Equals(slipped, words[at], StringComparison.OrdinalIgnoreCase))
                continue;
            words[at] = slipped;
            room[at]--;
            slips++;
        }
        return string.Join(' ', words);
    }

    private static int Room(string word) => !word.All(char.IsLetter) ? 0 : word.Length >= LettersForTwo ? 2 : word.Length >= LettersForOne ? 1 : 0;

    private static string One(string text, int at, int kind, Random dice) => kind switch
    {
        0 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        1 => text[..at] + text[(at + 1)..],
        2 => text[..at] + text[at] + text[at..],
        3 => text[..at] + Near(text[at], dice) + text[(at + 1)..],
        _ => text[..at] + Near(text[at], dice) + text[at..],
    };

    // The key beside it.
    private static char Near(char letter, Random dice)
    {
        foreach (var row in Rows)
        {
            var at = row.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (at >= 0)
                return row[at == 0 ? 1 : at == row.Length - 1 ? at - 1 : at + (dice.Next(2) == 0 ? 1 : -1)];
        }
        return letter;
    }
}
