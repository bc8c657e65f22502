using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Messages;

/// <summary>Every area of the gazetteer, mistyped in many ways inside sentences.</summary>
internal static class PlaceTyposEval
{
    private const int Variants = 25;

    private static readonly string[] Sentences =
    [
        "{0}", "2bhk in {0}", "looking for something in {0} please", "is there any flat near {0}?", "we would like to live in {0}, not far from a school",
        "{0} side koi ghar hai kya", "show me what you have in {0} under a decent price", "Hi, any 3 bed villa around {0} for my family?",
    ];

    public static IReadOnlyList<Finding> Run(PlaybookLibrary playbooks, int errors)
    {
        var playbook = playbooks["real-estate"];
        var names = playbook.Cities.SelectMany(city => city.Areas).SelectMany(area => area.Aliases.Prepend(area.Name).Select(name => (Name: name.ToLowerInvariant(), Area: area.Name))).ToArray();
        var dice = new Random(20261121 + errors);
        List<Finding> findings = [];
        foreach (var area in TypingErrors.Recognisable(playbook, errors))
        {
            for (var variant = 0; variant < Variants; variant++)
            {
                var slipped = TypingErrors.Slip(area.Name, errors, dice);
                if (slipped == area.Name || IsNearerToAnother(slipped.ToLowerInvariant(), area.Name, names))
                    continue;
                var written = dice.Next(3) > 0 ? slipped.ToLowerInvariant() : slipped;
                findings.Add(Ask($"typo{errors}-{findings.Count + 1:0000}", errors, Sentences[dice.Next(Sentences.Length)].Replace("{0}", written, StringComparison.Ordinal), area, playbooks));
            }
        }
        return findings;
    }

    private static Finding Ask(string id, int errors, string text, Area area, PlaybookLibrary playbooks)
    {
        var one = new MessageCase(id, new(text, null, "real-estate", "2026-11-21"), "typo", default);
        var areas = MessageEval.Answer(one, playbooks).GetProperty("places").GetProperty("areas").EnumerateArray().Select(item => item.GetString()!).ToArray();
        return new(id, errors == 1 ? "one typing error" : "two typing errors", "places.areas", "typo", text, area.Name, areas.Length == 0 ? null : string.Join(", ", areas), areas is [var only] && only == area.Name);
    }

    private static bool IsNearerToAnother(string slipped, string area, (string Name, string Area)[] names)
    {
        var own = names.Where(name => name.Area == area).Min(name => Distance(slipped, name.Name));
        return names.Any(name => name.Area != area && Math.Abs(name.Name.Length - slipped.Length) <= own && Distance(slipped, name.Name) <= own);
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost);
                table[i, j] = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
            }
        }
        return table[one.Length, other.Length];
    }
}
