using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>How much the lead takes part: points for each message or question, or for writing at length.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Each">Points for each; for length, the characters a message must have on average.</param>
public sealed record EngagementCriterion(string Id, int Max, string Fill, Engagement What, int Each) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input)
    {
        var dialogue = input.Dialogue ?? DialogueState.Start;
        return What switch
        {
            Engagement.Messages when dialogue.Turns > 0 => Of(dialogue.Turns, "Wrote", "message"),
            Engagement.Questions when dialogue.Questions > 0 => Of(dialogue.Questions, "Asked", "question"),
            Engagement.Length when dialogue.Turns > 0 && dialogue.Characters / dialogue.Turns is var mean && mean > Each =>
                new(Max, "Writes in detail", [], [], $"{mean} characters a message"),
            _ => Nothing(),
        };
    }

    private Verdict Of(int count, string did, string noun)
    {
        var counted = count == 1 ? $"one {noun}" : $"{count} {noun}s";
        return new(Math.Min(Max, count * Each), $"{did} {counted}", [], [], counted);
    }
}

/// <summary>What of a lead's taking part is counted.</summary>
public enum Engagement { Messages, Questions, Length }

/// <summary>How much of what must be known is known.</summary>
/// <param name="Required">Fields by customer type; the empty type is for leads of no known type.</param>
/// <param name="Steps">Share from which points are given, highest first.</param>
public sealed record CompletenessCriterion(
    string Id, int Max, string Fill, IReadOnlyDictionary<string, IReadOnlyList<string>> Required, IReadOnlyList<(decimal Share, int Points)> Steps)
    : Criterion(Id, Max, Fill)
{
    public override int Most { get; } = Steps.Max(step => step.Points);

    public override IReadOnlyList<string> Fields { get; } = [.. Required.Values.SelectMany(fields => fields).Distinct()];

    internal override Verdict Judge(ScoringInput input)
    {
        var type = input.Find(CustomerTypeField)?.Value.Text ?? "";
        if (!Required.TryGetValue(type, out var fields) && !Required.TryGetValue("", out fields))
            return Nothing();
        var known = input.Known(fields);
        var share = (decimal)known.Count / fields.Count;
        foreach (var (from, points) in Steps)
        {
            if (share >= from)
                return new(points, $"Told us {known.Count} of {fields.Count} things we need", known, Missing(input, fields, points, known.Count));
        }
        return new(0, Fill, [], Missing(input, fields, 0, known.Count));
    }

    internal const string CustomerTypeField = "customer_type";

    // What is still to be had, shared out over the facts that are missing.
    private MissingFact[] Missing(ScoringInput input, IReadOnlyList<string> fields, int points, int known) =>
        known == fields.Count ? [] : input.Missing(fields, (Max - points) / (fields.Count - known), known);
}
