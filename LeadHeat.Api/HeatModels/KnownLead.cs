using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>A stored lead as the heat model sees it: what is known now, or what was known when it was won or lost.</summary>
/// <param name="Facts">As JSON: a card that asks the model has read them already.</param>
internal sealed record KnownLead(
    Guid Id, string Playbook, LeadStatus Status, DateTimeOffset StatusSince, int? Score, DateTimeOffset LastActivityAt, SeenLead Seen, byte[] Facts)
{
    private FeatureSnapshot? _snapshot;

    public LeadFeatures Features => Snapshot.Features;

    public bool IsClosed => Status is LeadStatus.Won or LeadStatus.Lost;

    private FeatureSnapshot Snapshot => _snapshot ??= Seen.With(JsonSerializer.Deserialize(Facts, LeadHeatJson.Default.IReadOnlyListFact)!);

    public HistoryRow ToHistory() =>
        new(Id, Features, Status == LeadStatus.Won, StatusSince, Playbook, Score, Snapshot.Refused is { Count: > 0 } refused ? refused : null);

    public static KnownLead Read(NpgsqlDataReader row)
    {
        var (status, since, active) = (row.Word<LeadStatus>(2), row.Time(3), row.Time(5));
        var seen = new SeenLead(status is LeadStatus.Won or LeadStatus.Lost ? since : null, row.Time(7), row.GetString(6))
        {
            Channel = row.TextOrNull(8),
            Told = row.IsDBNull(14) ? null : (SeenLead.Read(row.GetString(14)), row.Time(15)),
            PhoneSince = row.GetBoolean(11) ? row.Time(12) : null,
            Messages = row.GetInt32(16) is > 0 and var written ? (written, row.ValueOrNull<double>(17), row.GetInt32(18)) : null,
            Frustration = row.ValueOrNull<int>(9) is { } frustration ? (frustration, row.ValueOrNull<DateTimeOffset>(10) ?? active) : null,
            Sentiment = row.TextOrNull(21) is { } mood ? (mood, active)
                : row.IsDBNull(19) ? null : (RecordPacking.SentimentOf(row.GetFieldValue<byte[]>(19)), row.Time(20)),
        };
        return new(row.GetGuid(0), row.GetString(1), status, since, row.ValueOrNull<int>(4), active, seen, row.GetFieldValue<byte[]>(13));
    }
}
