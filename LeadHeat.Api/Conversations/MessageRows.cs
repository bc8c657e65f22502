using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>Messages as rows of plain SQL.</summary>
internal static class MessageRows
{
    // A reply's own id of its channel is its turn: "turn:0197…".
    public const string Columns = """
        m.id, m.author, m.author_name, m.text, m.chips, m.cards, m.tools, m.agent, m.created_at,
        case when m.author = 'visitor' then m.external_id end, case when m.author = 'bot' and m.external_id like 'turn:%' then substr(m.external_id, 6)::uuid end,
        m.citations
        """;

    public static MessageView Read(NpgsqlDataReader reader, int from) => new(
        reader.GetGuid(from),
        reader.Word<MessageAuthor>(from + 1),
        reader.TextOrNull(from + 2),
        reader.GetString(from + 3),
        reader.Json(from + 4, LeadHeatJson.Default.IReadOnlyListString),
        reader.Json(from + 5, LeadHeatJson.Default.IReadOnlyListUnitMatch),
        reader.Json(from + 6, LeadHeatJson.Default.IReadOnlyListToolCall),
        reader.TextOrNull(from + 7),
        reader.Time(from + 8),
        reader.TextOrNull(from + 9),
        Citations(reader, from + 11),
        reader.ValueOrNull<Guid>(from + 10));

    public static MessageView ForVisitor(MessageView message) =>
        message is { Tools.Count: 0, TurnId: null, Citations: null } ? message : message with { Tools = [], TurnId = null, Citations = null };

    // Nearly all have none.
    private static IReadOnlyList<Citation>? Citations(NpgsqlDataReader reader, int place) =>
        reader.GetString(place) is { Length: > 2 } json ? JsonSerializer.Deserialize(json, LeadHeatJson.Default.IReadOnlyListCitation) : null;
}
