using LeadHeat.Core.Playbooks;

namespace LeadHeat.Evals.Messages;

/// <summary>Writes place names with typing errors: the same ones every time.</summary>
internal static class TypingErrors
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>The place's name with so many slips of the finger, none in its first letter.</summary>
    public static string Slip(string name, int errors, Random dice)
    {
        var text = name;
        for (var slips = 0; slips < errors;)
        {
            var at = dice.Next(1, text.Length);
            var next = One(text, at, dice.Next(5), dice);
            if (next == text || next.Contains("  ", StringComparison.Ordinal) || string.Equals(next, name, StringComparison.OrdinalIgnoreCase))
                continue;
            text = next;
            slips++;
        }
        return text;
    }

    /// <summary>Area names long enough to be recognised with so many errors, and no nearer to another name.</summary>
    public static IEnumerable<(Area Area, string Name)> Names(Playbook playbook, int letters) =>
        from city in playbook.Cities
        from area in city.Areas
        where area.Name.Count(char.IsLetter) >= letters
        select (area, area.Name);

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
