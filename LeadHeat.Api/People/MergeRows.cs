using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>A merge as a row, before it is known who the two are.</summary>
internal sealed record MergeRow(
    Guid Id, MergeState State, double Confidence, IReadOnlyList<MatchReason> Reasons, bool Automatic, Guid Left, Guid Right, Guid? Survivor,
    DateTimeOffset CreatedAt, DateTimeOffset? DecidedAt, string? DecidedBy, DateTimeOffset? UndoneAt, string? UndoneBy);

/// <summary>Merges as rows of plain SQL.</summary>
internal static class MergeRows
{
    /// <summary>Of <c>contact_merges m</c>.</summary>
    public const string Columns = """
        m.id, m.state, m.confidence, m.reasons, m.automatic, m.left_id, m.right_id, m.survivor_id, m.created_at, m.decided_at, m.decided_by, m.undone_at, m.undone_by
        """;

    public static MergeRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Word<MergeState>(1), row.GetDouble(2), row.Json(3, LeadHeatJson.Default.IReadOnlyListMatchReason), row.GetBoolean(4),
        row.GetGuid(5), row.GetGuid(6), row.ValueOrNull<Guid>(7), row.Time(8), row.ValueOrNull<DateTimeOffset>(9), row.TextOrNull(10),
        row.ValueOrNull<DateTimeOffset>(11), row.TextOrNull(12));

    /// <summary>From <see cref="UndoSql.Fields"/>.</summary>
    public static MergeField ReadField(NpgsqlDataReader row) => new(
        row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.ValueOrNull<DateTimeOffset>(4), row.TextOrNull(5));
}
