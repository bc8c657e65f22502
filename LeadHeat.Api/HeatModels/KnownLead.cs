using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>A stored lead as the heat model sees it: what is known now, or what was known when it was won or lost.</summary>
internal sealed record KnownLead(
    Guid Id, string Playbook, LeadStatus Status, DateTimeOffset StatusSince, int? Score, DateTimeOffset LastActivityAt, SeenLead Seen, IReadOnlyList<Fact> Facts)
{
    private readonly FeatureSnapshot _snapshot = Seen.With(Facts);

    public LeadFeatures Features => _snapshot.Features;

    public bool IsClosed => Status is LeadStatus.Won or LeadStatus.Lost;

    public HistoryRow ToHistory() =>
        new(Id, Features, Status == LeadStatus.Won, StatusSince, Playbook, Score, _snapshot.Refused is { Count: > 0 } refused ? refused : null);

    public static KnownLead Read(NpgsqlDataReader row)
    {
        var (status, since, active) = (row.Word<LeadStatus>(2), row.Time(3), row.Time(5));
        var seen = new SeenLead(status is LeadStatus.Won or LeadStatus.Lost ? since : null, row.Time(7), row.GetString(6))
        {
            Channel = row.TextOrNull(8),
            Told = row.IsDBNull(14) ? null : (SeenLead.Read(row.GetString(14)), row.Time(15)),
            PhoneSince = row.GetBoolean(11) ? row.Time(12) : null,
            Messages = row.GetInt32(16) is > 0 and var written ? (written, row.ValueOrNull<double>(17), row.GetInt32(18)) : null,
            Frustration = row.IsDBNull(9) ? null : (row.Json(9, LeadHeatJson.Default.DialogueState).Frustration, row.ValueOrNull<DateTimeOffset>(10) ?? active),
            Sentiment = row.IsDBNull(19) ? null : (Words.Of(RecordPacking.Unpack(row.GetFieldValue<byte[]>(19)).Understood.Sentiment), row.Time(20)),
        };
        return new(
            row.GetGuid(0), row.GetString(1), status, since, row.ValueOrNull<int>(4), active, seen, row.Json(13, LeadHeatJson.Default.IReadOnlyListFact));
    }
}
