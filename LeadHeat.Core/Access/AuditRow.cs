using System.Text.Json;

namespace LeadHeat.Core.Access;

/// <summary>Somebody did something.</summary>
/// <param name="ActorKind"><c>user</c>, <c>key</c> or <c>machine</c>.</param>
/// <param name="Actor">The name as it is now; null when there is none any more.</param>
/// <param name="Action">As <c>lead.changed</c>.</param>
/// <param name="Subject">What it was done to, as it is called now; null where that has no name, or is gone.</param>
/// <param name="Before">Ids and words of closed lists, as they were.</param>
/// <param name="After">As they are since.</param>
public sealed record AuditRow(
    Guid Id, DateTimeOffset At, string ActorKind, Guid? ActorId, string? Actor, string Action, string? SubjectKind, string? SubjectId, JsonElement? Before, JsonElement? After,
    string? Subject = null);

/// <summary>Lines of the audit log, newest first.</summary>
/// <param name="Next">Leads to older ones; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Items, string? Next);
