using System.Runtime.CompilerServices;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>What several facts say together on one line. Written as loops: cards judge a hundred thousand leads in one go.</summary>
internal static class Rests
{
    public static IReadOnlyList<Evidence> Evidence(IReadOnlyList<Fact> facts)
    {
        List<Evidence> all = new(facts.Count);
        for (var i = 0; i < facts.Count; i++)
            all.AddRange(facts[i].Evidence);
        return all;
    }

    public static string Displays(IReadOnlyList<Fact> facts)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        for (var i = 0; i < facts.Count; i++)
        {
            if (i > 0)
                text.AppendLiteral(", ");
            text.AppendLiteral(facts[i].Display);
        }
        return text.ToStringAndClear();
    }

    /// <summary>That of the least sure one.</summary>
    public static double Confidence(IReadOnlyList<Fact> facts)
    {
        var least = facts[0].Confidence;
        for (var i = 1; i < facts.Count; i++)
            least = Math.Min(least, facts[i].Confidence);
        return least;
    }
}
