using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Demo;

/// <summary>What one visitor writes, as in <c>demo/talks</c>, with open slots.</summary>
/// <param name="Waiting">Whether a person is waited for at its end.</param>
internal sealed record DemoTalk(string Playbook, LeadSource Source, string City, bool Waiting, IReadOnlyList<DemoLine> Lines)
{
    /// <summary>Reads a file of talks; its head says how they are written.</summary>
    public static IEnumerable<DemoTalk> Read(string playbook, string text)
    {
        List<DemoLine> lines = [];
        string[] head = [];
        foreach (var line in text.Split('\n').Append("== end ").Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (!line.StartsWith("== ", StringComparison.Ordinal))
            {
                lines.Add(DemoLine.Read(line));
                continue;
            }
            if (head.Length > 0)
                yield return new DemoTalk(playbook, Words.Parse<LeadSource>(head[1]), head[2], head.Length > 3, lines);
            head = line.Split(' ');
            lines = [];
        }
    }
}

internal enum DemoLineKind { Visitor, Person, GiveBack, Pause, Field }

/// <param name="Text">The words; of a pause, its length; of a field, its value.</param>
/// <param name="Field">The field's name.</param>
internal sealed record DemoLine(DemoLineKind Kind, string Text, string? Field = null)
{
    public static DemoLine Read(string line) => line[0] switch
    {
        '@' => new(DemoLineKind.Person, line[1..].Trim()),
        '<' => new(DemoLineKind.GiveBack, ""),
        '~' => new(DemoLineKind.Pause, line[1..].Trim()),
        '+' when line[1..].Trim().Split(' ', 2) is [var field, var value] => new(DemoLineKind.Field, value, field),
        _ => new(DemoLineKind.Visitor, line),
    };

    /// <summary>How long a pause is: <c>5m</c>, <c>2h</c>, <c>3d</c>.</summary>
    public TimeSpan Pause()
    {
        var count = int.Parse(Text[..^1], System.Globalization.CultureInfo.InvariantCulture);
        return Text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => throw new FormatException($"'{Text}' is no pause."),
        };
    }
}
