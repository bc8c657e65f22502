using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;

namespace LeadHeat.Worker.Agent;

/// <summary>The rules of a turn that the team wants to see in the transcript: who took over, which offer was made, and why.</summary>
internal static class RuleNotes
{
    private static readonly string[] Kinds = ["take_over:", "coach:", "objection:", "stage:"];

    public static IEnumerable<ToolCall> Of(IReadOnlyList<FiredRule> rules) => rules
        .Where(rule => Array.Exists(Kinds, kind => rule.Name.StartsWith(kind, StringComparison.Ordinal)))
        .Select(rule => new ToolCall(rule.Name, rule.Why, Ok: true, 0));
}
