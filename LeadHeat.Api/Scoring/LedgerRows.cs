using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Ledger lines as rows of plain SQL.</summary>
internal static class LedgerRows
{
    public const string Columns =
        "g.rule, g.card, g.card_version, g.points, g.max_points, g.reason, g.evidence, g.field, g.set_by, g.value, g.confidence, g.author, g.at";

    /// <summary>Of the result q: its lines where people wrote any of them, else null. <see cref="Adjustments"/> reads it.</summary>
    public const string IfAdjusted = "case when q.adjusted then q.ledger end";

    /// <summary>Which lines people wrote.</summary>
    public const string ByPeople = "g.adjusted and g.author is not null";

    /// <summary>What people added to the score.</summary>
    public static IReadOnlyList<LedgerLine> Adjustments(NpgsqlDataReader reader, int place) => reader.IsDBNull(place)
        ? []
        : [.. reader.Json(place, LeadHeatJson.Default.IReadOnlyListLedgerLine).Where(line => line.Author is not null)];

    public static LedgerLine Read(NpgsqlDataReader reader, int from) => new(
        reader.GetString(from),
        reader.GetString(from + 1),
        reader.GetInt32(from + 2),
        reader.GetInt32(from + 3),
        reader.GetInt32(from + 4),
        reader.GetString(from + 5),
        reader.Json(from + 6, LeadHeatJson.Default.IReadOnlyListEvidence),
        reader.TextOrNull(from + 7),
        reader.WordOrNull<FactSource>(from + 8),
        reader.TextOrNull(from + 9),
        reader.GetDouble(from + 10),
        reader.TextOrNull(from + 11),
        reader.Time(from + 12));
}
