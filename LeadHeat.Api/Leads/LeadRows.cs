using LeadHeat.Api.Data;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>A lead as lists show it, for every statement that selects from <c>leads l</c>.</summary>
internal static class LeadRows
{
    public const int Count = 23;

    public const string Columns =
        """
        l.id, l.conversation_id, l.name, l.city, l.wants, l.score, l.previous_score, l.heat, l.status, l.playbook, l.source, l.owner_id,
        (select u.name from users u where u.id = l.owner_id), l.handling, l.last_words, l.last_author, l.message_count, l.value, l.currency,
        l.waiting_since, l.status_since, l.last_activity_at, l.created_at
        """;

    public static LeadRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.ValueOrNull<Guid>(1),
        row.GetString(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.ValueOrNull<int>(5),
        row.ValueOrNull<int>(6),
        row.Word<Heat>(7),
        row.Word<LeadStatus>(8),
        row.GetString(9),
        row.Word<LeadSource>(10),
        row.ValueOrNull<Guid>(11),
        row.TextOrNull(12),
        row.Word<Handling>(13),
        row.TextOrNull(14),
        row.WordOrNull<MessageAuthor>(15),
        row.GetInt32(16),
        row.ValueOrNull<decimal>(17),
        row.TextOrNull(18),
        row.ValueOrNull<DateTimeOffset>(19),
        row.Time(20),
        row.Time(21),
        row.Time(22));

    public static async Task<List<LeadRow>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<LeadRow> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Read(reader));
        return rows;
    }
}
