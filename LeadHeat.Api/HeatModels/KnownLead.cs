using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>A lead as the heat model sees it: what is known now, or what was known when it was won or lost.</summary>
internal sealed record KnownLead(
    Guid Id, string Playbook, LeadStatus Status, DateTimeOffset StatusSince, int? Score, DateTimeOffset LastActivityAt, LeadFeatures Features, IReadOnlyList<string> Refused)
{
    public bool IsClosed => Status is LeadStatus.Won or LeadStatus.Lost;

    public HistoryRow ToHistory() => new(Id, Features, Status == LeadStatus.Won, StatusSince, Playbook, Score, Refused.Count == 0 ? null : Refused);

    public static KnownLead Read(NpgsqlDataReader row)
    {
        var (status, since) = (row.Word<LeadStatus>(2), row.Time(3));
        var snapshot = new FeatureSnapshot(status is LeadStatus.Won or LeadStatus.Lost ? since : null);
        var created = row.Time(7);
        var (stored, told) = row.IsDBNull(14) ? (null, created) : (Stored(row.GetString(14)), row.Time(15));
        // A file's own word for where a lead came from says more than that it came with a file.
        snapshot.Put(HeatFeatures.Source, stored?.Word(HeatFeatures.Source), told);
        snapshot.Put(HeatFeatures.Channel, stored?.Word(HeatFeatures.Channel), told);
        snapshot.Put(HeatFeatures.Source, row.GetString(6), created);
        snapshot.Put(HeatFeatures.CreatedWeekday, FeatureReader.Of(created.UtcDateTime.DayOfWeek), created);
        snapshot.Put(HeatFeatures.Channel, row.TextOrNull(8), created);
        FeatureFacts.Put(row.Json(13, LeadHeatJson.Default.IReadOnlyListFact), snapshot);
        if (stored is not null)
            snapshot.Put(stored, told);
        if (row.GetBoolean(11))
            snapshot.Put(HeatFeatures.HasPhone, true, row.Time(12));
        snapshot.Put(HeatFeatures.HasPhone, false, created);
        ReadConversation(row, snapshot);
        return new(row.GetGuid(0), row.GetString(1), status, since, row.ValueOrNull<int>(4), row.Time(5), snapshot.Features, snapshot.Refused);
    }

    // Whoever wrote it: what is no feature's value is left out.
    private static LeadFeatures Stored(string json)
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

    // The counts are of messages until the outcome, so they are dated before it.
    private static void ReadConversation(NpgsqlDataReader row, FeatureSnapshot snapshot)
    {
        if (row.GetInt32(16) is > 0 and var written)
        {
            snapshot.Put(HeatFeatures.MessageCount, written, DateTimeOffset.MinValue);
            snapshot.Put(HeatFeatures.MedianReplyMinutes, row.ValueOrNull<double>(17), DateTimeOffset.MinValue);
            snapshot.Put(HeatFeatures.VisitCount, row.GetInt32(18), DateTimeOffset.MinValue);
        }

        if (!row.IsDBNull(9))
            snapshot.Put(HeatFeatures.Frustration, row.Json(9, LeadHeatJson.Default.DialogueState).Frustration, row.ValueOrNull<DateTimeOffset>(10) ?? row.Time(5));
        if (!row.IsDBNull(19))
            snapshot.Put(HeatFeatures.Sentiment, Words.Of(RecordPacking.Unpack(row.GetFieldValue<byte[]>(19)).Understood.Sentiment), row.Time(20));
    }
}
