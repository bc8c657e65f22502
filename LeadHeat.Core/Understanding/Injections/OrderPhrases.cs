using System.Collections.Frozen;

namespace LeadHeat.Core.Understanding.Injections;

/// <summary>Phrases of folded words with little between them.</summary>
/// <param name="lines">Groups of words with bars between those that stand for one another; "+2" before a group lets two other words stand between.</param>
internal sealed class OrderPhrases(params string[] lines)
{
    private readonly FrozenDictionary<string, Pattern[]> _byFirst = Read(lines);

    private readonly record struct Group(FrozenSet<string> Words, int Gap);

    private sealed record Pattern(Group[] Groups);

    /// <summary>Whether folded words have one of the patterns.</summary>
    public bool Hold(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (_byFirst.TryGetValue(words[i], out var patterns) && Array.Exists(patterns, pattern => Matches(words, i + 1, pattern.Groups, 1)))
                return true;
        }
        return false;
    }

    private static bool Matches(List<string> words, int at, Group[] groups, int group)
    {
        if (group == groups.Length)
            return true;
        for (var i = at; i < words.Count && i <= at + groups[group].Gap; i++)
        {
            if (groups[group].Words.Contains(words[i]) && Matches(words, i + 1, groups, group + 1))
                return true;
            // What is the visitor's own is no secret of ours.
            if (words[i] is "my" or "our" && !groups[group].Words.Contains(words[i]) && !groups[group].Words.Contains("me"))
                return false;
        }
        return false;
    }

    private static FrozenDictionary<string, Pattern[]> Read(string[] lines)
    {
        Dictionary<string, List<Pattern>> byFirst = new(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            List<Group> groups = [];
            var gap = 0;
            foreach (var part in line.Split(' '))
            {
                if (part[0] == '+')
                {
                    gap = part[1] - '0';
                    continue;
                }
                groups.Add(new(part.Split('|').ToFrozenSet(StringComparer.Ordinal), gap));
                gap = 0;
            }
            var pattern = new Pattern([.. groups]);
            foreach (var first in groups[0].Words)
            {
                if (!byFirst.TryGetValue(first, out var patterns))
                    byFirst[first] = patterns = [];
                patterns.Add(pattern);
            }
        }
        return byFirst.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
