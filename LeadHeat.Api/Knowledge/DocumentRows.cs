using LeadHeat.Api.Data;
using LeadHeat.Core.Knowledge;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>Documents as rows of plain SQL.</summary>
internal static class DocumentRows
{
    public const string Columns =
        "d.id, d.collection, d.category, d.title, d.source, d.media_type, d.bytes, length(d.text), d.chunks, d.shipped, d.updated_at";

    public const int Count = 11;

    public static KnowledgeDocument Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6), row.GetInt32(7),
        row.GetInt32(8), row.GetBoolean(9), row.Time(10));
}
