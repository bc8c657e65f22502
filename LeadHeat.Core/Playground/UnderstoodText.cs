using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playground;

/// <summary>The answer to several texts, in their order.</summary>
public sealed record UnderstoodTexts(IReadOnlyList<UnderstoodText> Results);

/// <summary>What one message says, as the playground shows it.</summary>
/// <param name="Normalized">The message with what was found in it in its usual spelling: <c>2bhk in whitefeild</c> becomes <c>2 BHK in Whitefield</c>.</param>
/// <param name="Needs">The playbook's own fields: <c>property_type</c>, <c>beds</c>, <c>pain_points</c> …</param>
/// <param name="Intents">The likeliest first.</param>
/// <param name="Frustration">How annoyed this message is on its own, 0 to 10.</param>
/// <param name="Injection">Whether it tries to give the agent orders.</param>
/// <param name="Spans">The words that each value came from, in the text's order.</param>
public sealed record UnderstoodText(
    string Normalized,
    UnderstoodBudget? Budget,
    UnderstoodTimeline? Timeline,
    UnderstoodContact Contact,
    UnderstoodPlaces Places,
    IReadOnlyDictionary<string, NeedValue> Needs,
    Intent Intent,
    IReadOnlyList<IntentScore> Intents,
    Sentiment Sentiment,
    int Frustration,
    bool Injection,
    bool RefusesToShare,
    bool AsksForHuman,
    IReadOnlyList<FieldSpan> Spans)
{
    private static readonly HashSet<string> NoNeeds =
    [
        FactFields.Budget, FactFields.Timeline, FactFields.Name, FactFields.Email, FactFields.Phone, FactFields.City, FactFields.Areas,
    ];

    /// <summary>The public form of what the language layer understood.</summary>
    public static UnderstoodText Of(Understood understood, Playbook playbook) => new(
        NormalizedText.Of(understood),
        understood.Find(FactFields.Budget) is { Value: var budget } ? new(budget.Min, budget.Max, budget.Unit!, budget.Period ?? "total") : null,
        understood.Find(FactFields.Timeline) is { Value: var timeline } ? new(timeline.Min, timeline.Max, timeline.Text!) : null,
        new(Text(understood, FactFields.Name), Text(understood, FactFields.Email), understood.EmailSuggestion, Text(understood, FactFields.Phone)),
        new(Text(understood, FactFields.City), understood.Find(FactFields.Areas)?.Value.Items ?? []),
        understood.Values.Where(value => !NoNeeds.Contains(value.Field))
            .OrderBy(value => OrderOf(playbook, value.Field)).ToDictionary(value => value.Field, value => new NeedValue(value.Value)),
        understood.Intent,
        understood.Intents,
        understood.Sentiment,
        understood.FrustrationLevel,
        understood.Injection,
        understood.RefusesToShare,
        understood.AsksForHuman,
        [.. SpansOf(understood).OrderBy(span => span.Start).ThenBy(span => span.Field, StringComparer.Ordinal)]);

    private static IEnumerable<FieldSpan> SpansOf(Understood understood)
    {
        FieldSpan At(string field, TextSpan span, double confidence) => new(field, span.Start, span.Length, span.Of(understood.Text), confidence);
        foreach (var value in understood.Values)
        {
            foreach (var span in value.Spans)
                yield return At(value.Field, span, value.Confidence);
        }
        if (understood.InjectionSpan is { } injection)
            yield return At("injection", injection, 1);
        foreach (var signal in understood.Signals)
        {
            if (SignalName(signal.Cue) is { } name)
                yield return At(name, signal.Span, 1);
        }
    }

    private static string? SignalName(Cues cue) =>
        (cue & Cues.Refusal) != 0 ? "refusesToShare"
        : (cue & Cues.AsksForHuman) != 0 ? "asksForHuman"
        : (cue & (Cues.Complaint | Cues.Delight | Cues.Praise)) != 0 ? "sentiment"
        : null;

    private static string? Text(Understood understood, string field) => understood.Find(field)?.Value.Text;

    private static int OrderOf(Playbook playbook, string field)
    {
        for (var i = 0; i < playbook.Fields.Count; i++)
        {
            if (playbook.Fields[i].Name == field)
                return i;
        }
        return int.MaxValue;
    }
}

/// <param name="Min">At least this, in whole units; null when open.</param>
/// <param name="Max">At most this; null when open.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period"><c>total</c>, <c>month</c> or <c>year</c>.</param>
public sealed record UnderstoodBudget(decimal? Min, decimal? Max, string Currency, string Period);

/// <param name="MonthsMin">From so many months after the reference date; null when open.</param>
/// <param name="MonthsMax">Until so many months after it; null when open.</param>
/// <param name="Urgency"><c>immediate</c> (within a month), <c>soon</c> (within six), <c>later</c>, or <c>none</c> when there is no rush.</param>
public sealed record UnderstoodTimeline(decimal? MonthsMin, decimal? MonthsMax, string Urgency);

/// <param name="EmailSuggestion">What the address was probably meant to be, where its domain looks like a typing error.</param>
/// <param name="Phone">As E.164.</param>
public sealed record UnderstoodContact(string? Name, string? Email, string? EmailSuggestion, string? Phone);

public sealed record UnderstoodPlaces(string? City, IReadOnlyList<string> Areas);

/// <summary>Words of the text that a value came from.</summary>
/// <param name="Field">The playbook's field, or which of <c>injection</c>, <c>refusesToShare</c>, <c>asksForHuman</c>, <c>sentiment</c> they tell.</param>
/// <param name="Start">First character, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Quote">Exactly these words.</param>
/// <param name="Confidence">0 to 1, of the value.</param>
public sealed record FieldSpan(string Field, int Start, int Length, string Quote, double Confidence);
