using System.Text;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Leads;

/// <summary>What lists show of a lead, from its facts.</summary>
/// <param name="Name">The name, or <c>Visitor from Dubai</c>, or <c>Visitor</c>.</param>
/// <param name="Wants">One line: <c>2 BHK in Whitefield, up to ₹2 Cr, within 3 months</c>; null when nothing is known.</param>
/// <param name="Value">Estimated deal value; null when unknown.</param>
/// <param name="Currency">Of the value.</param>
public sealed record LeadHeadline(string Name, string? City, string? Wants, decimal? Value, string? Currency)
{
    /// <summary>What a lead of a form is called whose name nobody knows.</summary>
    public const string NamelessForm = "Lead from a form";

    private const string NamelessVisitor = "Visitor";

    /// <summary>Whether a lead is called so only because nobody knows its name.</summary>
    public static bool IsNameless(string name) => name is NamelessForm or NamelessVisitor || name.StartsWith($"{NamelessVisitor} from ", StringComparison.Ordinal);

    /// <summary>Writes the headline.</summary>
    /// <param name="card">Says what a deal is worth; null takes the playbook's.</param>
    public static LeadHeadline Of(IReadOnlyList<Fact> facts, Playbook playbook, Scorecard? card = null)
    {
        var city = Find(facts, FactFields.City)?.Value.Text;
        var budget = Find(facts, FactFields.Budget)?.Value;
        var name = Find(facts, FactFields.Name)?.Display ?? (city is null ? NamelessVisitor : $"{NamelessVisitor} from {city}");
        if ((card ?? playbook.Scorecard).ValueOf(facts) is var (amount, currency))
            return new(name, city, WantsOf(facts, playbook), amount, currency);
        return new(name, city, WantsOf(facts, playbook), budget?.Max ?? budget?.Min, budget?.Max is null && budget?.Min is null ? null : budget.Unit);
    }

    private static string? WantsOf(IReadOnlyList<Fact> facts, Playbook playbook) =>
        Summary(facts, playbook) is { Length: > 0 } wants ? char.ToUpperInvariant(wants[0]) + wants[1..] : null;

    /// <summary>The line as it stands within a sentence; empty when nothing is known.</summary>
    internal static string Summary(IReadOnlyList<Fact> facts, Playbook playbook)
    {
        var line = new StringBuilder();
        foreach (var part in playbook.Headline)
        {
            var (open, close) = (part.IndexOf('{', StringComparison.Ordinal), part.IndexOf('}', StringComparison.Ordinal));
            if (open < 0 || close < open)
                continue;
            foreach (var field in part[(open + 1)..close].Split('|'))
            {
                if (Find(facts, field) is not { } fact)
                    continue;
                line.Append(part, 0, open).Append(fact.Display).Append(part, close + 1, part.Length - close - 1);
                break;
            }
        }
        return line.ToString().TrimStart(' ', ',');
    }

    private static Fact? Find(IReadOnlyList<Fact> facts, string field)
    {
        foreach (var fact in facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact;
        }
        return null;
    }
}
