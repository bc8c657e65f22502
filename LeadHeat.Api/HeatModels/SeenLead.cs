using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.HeatModels;

/// <summary>What the heat model sees of a lead beside its facts; with facts, also with supposed ones, it becomes features.</summary>
/// <param name="Until">When it was won or lost: what became known later is refused. Null while it is open.</param>
/// <param name="Source">Where it came from.</param>
internal sealed record SeenLead(DateTimeOffset? Until, DateTimeOffset CreatedAt, string Source)
{
    public string? Channel { get; init; }

    /// <summary>What a file said of it, and when that was known.</summary>
    public (LeadFeatures Features, DateTimeOffset At)? Told { get; init; }

    /// <summary>Since when its contact has a phone number.</summary>
    public DateTimeOffset? PhoneSince { get; init; }

    /// <summary>Counts of messages until the outcome; null where it wrote none.</summary>
    public (int Written, double? ReplyMinutes, int Visits)? Messages { get; init; }

    public (int Frustration, DateTimeOffset At)? Frustration { get; init; }

    public (string Word, DateTimeOffset At)? Sentiment { get; init; }

    /// <summary>A lead that is about to be stored.</summary>
    public static SeenLead New(LeadSource source, DateTimeOffset createdAt, DateTimeOffset? closedAt = null, string? told = null) => new(closedAt, createdAt, Words.Of(source))
    {
        Told = told is null ? null : (Read(told), createdAt),
    };

    /// <summary>The features, the first value of each that was known in time.</summary>
    /// <param name="heard">The dialogue as it is just being stored, and when; null where what is stored holds.</param>
    public FeatureSnapshot With(IReadOnlyList<Fact> facts, (DialogueState Dialogue, DateTimeOffset At)? heard = null)
    {
        var snapshot = new FeatureSnapshot(Until);
        // A file's own word for where a lead came from says more than that it came with a file.
        if (Told is var (file, at))
        {
            snapshot.Put(HeatFeatures.Source, file.Word(HeatFeatures.Source), at);
            snapshot.Put(HeatFeatures.Channel, file.Word(HeatFeatures.Channel), at);
        }
        snapshot.Put(HeatFeatures.Source, Source, CreatedAt);
        snapshot.Put(HeatFeatures.CreatedWeekday, FeatureReader.Of(CreatedAt.UtcDateTime.DayOfWeek), CreatedAt);
        snapshot.Put(HeatFeatures.Channel, Channel, CreatedAt);
        FeatureFacts.Put(facts, snapshot);
        if (Told is var (rest, since))
            snapshot.Put(rest, since);
        if (PhoneSince is { } known)
            snapshot.Put(HeatFeatures.HasPhone, true, known);
        snapshot.Put(HeatFeatures.HasPhone, false, CreatedAt);
        AddConversation(snapshot, heard);
        return snapshot;
    }

    // The counts are of messages until the outcome, so they are dated before it.
    private void AddConversation(FeatureSnapshot snapshot, (DialogueState Dialogue, DateTimeOffset At)? heard)
    {
        if (Messages is var (written, minutes, visits))
        {
            snapshot.Put(HeatFeatures.MessageCount, written, DateTimeOffset.MinValue);
            snapshot.Put(HeatFeatures.MedianReplyMinutes, minutes, DateTimeOffset.MinValue);
            snapshot.Put(HeatFeatures.VisitCount, visits, DateTimeOffset.MinValue);
        }

        if (heard is var (dialogue, now))
        {
            snapshot.Put(HeatFeatures.Frustration, dialogue.Frustration, now);
            snapshot.Put(HeatFeatures.Sentiment, Words.Of(dialogue.Sentiment), now);
        }

        if (Frustration is var (frustration, at))
            snapshot.Put(HeatFeatures.Frustration, frustration, at);
        if (Sentiment is var (word, since))
            snapshot.Put(HeatFeatures.Sentiment, word, since);
    }

    /// <summary>Features as they are stored. Whoever wrote them: what is no feature's value is left out.</summary>
    public static LeadFeatures Read(string json)
    {
        var features = new LeadFeatures();
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (HeatFeatures.Find(member.Name) is { } feature && member.Value.ValueKind != JsonValueKind.Null)
                features.TrySet(feature, member.Value.ToString());
        }

        return features;
    }
}
