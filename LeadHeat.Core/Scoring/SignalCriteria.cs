using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>How long ago the lead wrote last.</summary>
/// <param name="Steps">Days and points, shortest first; later gives none.</param>
public sealed record RecencyCriterion(string Id, int Max, string Fill, IReadOnlyList<(decimal Days, int Points)> Steps) : Criterion(Id, Max, Fill)
{
    public override int Most { get; } = Steps.Max(step => step.Points);

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.HeardAt is not { } heard)
            return Nothing();
        var days = Math.Max(0, (decimal)(input.At - heard).TotalDays);
        foreach (var (limit, points) in Steps)
        {
            if (days <= limit)
                return new(points, days < 1 ? "Wrote within a day" : $"Wrote {Silence.Days((int)days)} ago", [], [], Silence.Days((int)days));
        }
        return new(0, $"Has not written for {Silence.Days((int)days)}", [], [], Silence.Days((int)days));
    }
}

/// <summary>How annoyed the visitor is, 0 to 10: the first step that it reaches.</summary>
/// <param name="Steps">Frustration and points, highest first.</param>
public sealed record FrustrationCriterion(string Id, int Max, string Fill, IReadOnlyList<(decimal From, int Points)> Steps) : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Steps.Min(step => step.Points));

    public override int Most { get; } = Steps.Max(step => step.Points);

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Dialogue is not { Turns: > 0 } dialogue)
            return Nothing();
        foreach (var (from, points) in Steps)
        {
            if (dialogue.Frustration >= from)
                return new(points, dialogue.Frustration == 0 ? "Is in a good mood" : $"Is annoyed: {dialogue.Frustration} of 10", [], [], $"{dialogue.Frustration} of 10");
        }
        return new(0, Fill, [], []);
    }

    internal override IEnumerable<(string What, ScoringInput Input)> Worse(ScoringInput input) => Steps
        .Where(step => step.Points < 0 && input.Dialogue is { Turns: > 0 } dialogue && step.From is > 0 and <= 10 && dialogue.Frustration < step.From)
        .Select(step => ($"Annoyed: {step.From:0.#} of 10", input with { Dialogue = input.Dialogue! with { Frustration = (int)Math.Ceiling(step.From) } }));
}

/// <summary>The mood of the visitor's last message.</summary>
/// <param name="Values">Points by mood; one that is not listed gets none.</param>
public sealed record SentimentCriterion(string Id, int Max, string Fill, IReadOnlyDictionary<Sentiment, int> Values) : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Values.Values.Min());

    public override int Most { get; } = Values.Values.Max();

    internal override Verdict Judge(ScoringInput input) => input.Dialogue is { Turns: > 0, Sentiment: var mood }
        ? new(Values.GetValueOrDefault(mood), $"Sounds {Words.Of(mood)}", [], [], Words.Of(mood))
        : Nothing();

    internal override IEnumerable<(string What, ScoringInput Input)> Worse(ScoringInput input) => Values
        .Where(value => input.Dialogue is { Turns: > 0 } && value.Value < 0)
        .Select(value => ($"Sounds {Words.Of(value.Key)}", input with { Dialogue = input.Dialogue! with { Sentiment = value.Key } }));
}

/// <summary>How much the visitor takes part, 0 to 10, as a share of the points.</summary>
public sealed record ParticipationCriterion(string Id, int Max, string Fill) : Criterion(Id, Max, Fill)
{
    private const int Scale = 10;

    internal override Verdict Judge(ScoringInput input) => input.Dialogue is { Engagement: > 0 and var engagement }
        ? new(Max * Math.Min(engagement, Scale) / Scale, $"Takes part: {engagement} of {Scale}", [], [], $"{engagement} of {Scale}")
        : Nothing();
}

/// <summary>Where the visitor is on the way to a decision.</summary>
/// <param name="Values">Points by phase; one that is not listed gets none.</param>
public sealed record PhaseCriterion(string Id, int Max, string Fill, IReadOnlyDictionary<ConversationPhase, int> Values) : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Values.Values.Min());

    public override int Most { get; } = Values.Values.Max();

    internal override Verdict Judge(ScoringInput input) => input.Dialogue is { Turns: > 0, Phase: var phase }
        ? new(Values.GetValueOrDefault(phase), phase switch
        {
            ConversationPhase.Decision => "Is about to decide",
            ConversationPhase.Consideration => "Compares and asks",
            _ => "Looks around",
        }, [], [], Words.Of(phase))
        : Nothing();
}

/// <summary>What the visitor asked for: a visit, a call, a brochure.</summary>
/// <param name="Values">Points for each kind that was asked for; together at most the rule's.</param>
public sealed record RequestedCriterion(string Id, int Max, string Fill, IReadOnlyDictionary<string, int> Values) : Criterion(Id, Max, Fill)
{
    public override int Most { get; } = Math.Min(Max, Values.Values.Where(points => points > 0).Sum());

    internal override Verdict Judge(ScoringInput input)
    {
        var (points, asked) = (0, (string?)null);
        foreach (var (request, worth) in Values)
        {
            if (input.Dialogue is not { } dialogue || dialogue.Requested(request) == 0)
                continue;
            (points, asked) = (points + worth, asked is null ? "Asked for a " + request : $"{asked} and a {request}");
        }
        return asked is null ? Nothing() : new(Math.Min(Max, points), asked, [], [], asked["Asked for a ".Length..]);
    }
}

/// <summary>What the visitor gave away beside facts: a hurry, an interest in the price, a competitor.</summary>
/// <param name="Values">Points for each that there was; together at most the rule's.</param>
public sealed record SignalsCriterion(string Id, int Max, string Fill, IReadOnlyDictionary<string, int> Values) : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Values.Values.Where(points => points < 0).Sum());

    public override int Most { get; } = Math.Min(Max, Values.Values.Where(points => points > 0).Sum());

    internal override Verdict Judge(ScoringInput input)
    {
        var (points, said) = (0, (string?)null);
        foreach (var (signal, worth) in Values)
        {
            if (input.Dialogue is not { } dialogue || dialogue.Signalled(signal) == 0)
                continue;
            (points, said) = (points + worth, said is null ? Said(signal) : $"{said}, {Said(signal)}");
        }
        return said is null ? Nothing() : new(Math.Min(Max, points), $"{char.ToUpperInvariant(said[0])}{said[1..]}", [], [], said);
    }

    internal override IEnumerable<(string What, ScoringInput Input)> Worse(ScoringInput input) => Values
        .Where(value => value.Value < 0 && input.Dialogue is { Turns: > 0 } dialogue && dialogue.Signalled(value.Key) == 0)
        .Select(value => ($"{char.ToUpperInvariant(Said(value.Key)[0])}{Said(value.Key)[1..]}", input with
        {
            Dialogue = input.Dialogue! with { Signals = StateUpdate.Counted(input.Dialogue.Signals, value.Key) },
        }));

    private static string Said(string signal) => signal switch
    {
        BehaviourSignals.Urgency => "is in a hurry",
        BehaviourSignals.Price => "asked about the price",
        _ => "spoke of a competitor",
    };
}

/// <summary>The probability that the trained model gives, as a share of the points.</summary>
public sealed record ProbabilityCriterion(string Id, int Max, string Fill) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input) => input.Probability is { } probability
        ? new((int)Math.Round(Max * Math.Clamp(probability, 0, 1), MidpointRounding.AwayFromZero), $"The model gives {(int)Math.Round(probability * 100)} %", [], [], $"{(int)Math.Round(probability * 100)} %")
        : new(0, "No heat model was active when this was scored", [], []);
}

/// <summary>Time without a word, in words.</summary>
internal static class Silence
{
    public static string Days(int days) => days == 1 ? "one day" : $"{days} days";
}
