using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Records;

/// <summary>Where two runs of a turn differ, part by part, each part compared as its JSON to the byte.</summary>
public static class RecordComparison
{
    private static readonly LeadHeatJson Json = LeadHeatJson.Default;

    /// <summary>The parts that differ; none when both runs are equal.</summary>
    public static IReadOnlyList<RecordDifference> Between(TurnRecord then, TurnRecord now)
    {
        List<RecordDifference> differences = [];
        void Compare<T>(string part, T before, T after, JsonTypeInfo<T> type)
        {
            var (left, right) = (JsonSerializer.Serialize(before, type), JsonSerializer.Serialize(after, type));
            if (left != right)
                differences.Add(new(part, left, right));
        }

        Compare("understood", then.Understood, now.Understood, Json.UnderstoodText);
        Compare("tools", Timeless(then), Timeless(now), Json.IReadOnlyListRecordedTool);
        Compare("facts", then.Result.Facts, now.Result.Facts, Json.IReadOnlyListFact);
        Compare("dialogue", then.Result.Dialogue, now.Result.Dialogue, Json.DialogueState);
        Compare("matches", then.Result.Matches, now.Result.Matches, Json.IReadOnlyListUnitMatch);
        Compare("handoff", then.Result.Handoff, now.Result.Handoff, Json.HandoffData!);
        Compare("next_step", then.Result.NextStep, now.Result.NextStep, Json.String);
        Compare("chips", then.Result.Chips, now.Result.Chips, Json.IReadOnlyListString);
        Compare("reply", then.Result.Reply, now.Result.Reply, Json.String);
        return differences;
    }

    // How long a call took is no part of what it did.
    private static IReadOnlyList<RecordedTool> Timeless(TurnRecord record) => [.. record.Tools.Select(tool => tool with { Milliseconds = 0 })];
}

/// <summary>One part of a turn that came out differently, both as JSON.</summary>
/// <param name="Part"><c>understood</c>, <c>tools</c>, <c>facts</c>, <c>dialogue</c>, <c>matches</c>, <c>handoff</c>, <c>next_step</c>, <c>chips</c> or <c>reply</c>.</param>
public sealed record RecordDifference(string Part, string Then, string Now);
