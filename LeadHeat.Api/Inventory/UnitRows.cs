using LeadHeat.Api.Data;
using LeadHeat.Core.Inventory;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>Units as rows of plain SQL.</summary>
internal static class UnitRows
{
    public const string Columns =
        """
        u.id, u.external_id, u.title, u.description, u.city, u.area, u.type, u.beds, u.baths, u.size_m2, u.price, u.currency, u.features,
        u.available, u.updated_at
        """;

    public const int Count = 15;

    public static Unit Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetDecimal(7),
        row.GetDecimal(8),
        row.GetDecimal(9),
        row.GetDecimal(10),
        row.GetString(11),
        row.GetFieldValue<string[]>(12),
        row.GetBoolean(13),
        row.Time(14));
}
