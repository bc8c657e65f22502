using LeadHeat.Api.Data;
using LeadHeat.Core.Leads;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>Tasks as rows of plain SQL.</summary>
internal static class TaskRows
{
    public const string Columns =
        "t.id, t.title, t.due_at, t.status, t.assignee_id, (select u.name from users u where u.id = t.assignee_id), t.created_at, t.done_at";

    public static TaskView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.ValueOrNull<DateTimeOffset>(2),
        row.Word<LeadTaskStatus>(3),
        row.ValueOrNull<Guid>(4),
        row.TextOrNull(5),
        row.Time(6),
        row.ValueOrNull<DateTimeOffset>(7));
}
