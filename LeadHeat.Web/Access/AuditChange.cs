using System.Text.Json;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Access;

/// <summary>What is other than before, in words: <c>Role: agent → admin</c>.</summary>
internal sealed class AuditChange(IReadOnlyList<TeamMember> members, IReadOnlyList<SalesTeam> teams)
{
    private const string Nobody = "nobody";

    public IEnumerable<(string Name, string? Was, string Now)> Of(AuditRow row) => row.After is not { ValueKind: JsonValueKind.Object } after ? [] : after.EnumerateObject()
        .Select(member => (member.Name, Was: row.Before is { } before && before.TryGetProperty(member.Name, out var was) ? Said(member.Name, was) : null, Now: Said(member.Name, member.Value)))
        .Where(member => member.Now != member.Was)
        .Select(member => (Titled(member.Name), member.Was, member.Now));

    private static string Titled(string name) => name switch
    {
        "owner" => "Owner", "team" => "Team", "status" => "Status", "role" => "Role", "disabled" => "May sign in", "scopes" => "May", "outcome" => "Whether it was done", _ => name,
    };

    private string Said(string name, JsonElement value) => (name, value.ValueKind) switch
    {
        ("disabled", JsonValueKind.True) => "no",
        ("disabled", JsonValueKind.False) => "yes",
        ("role", _) => value.ToString(),
        ("outcome", _) => "LeadHeat stopped or failed meanwhile. Look at it.",
        ("owner" or "team", JsonValueKind.Null) => Nobody,
        ("owner", _) => members.FirstOrDefault(member => member.Id.ToString() == value.ToString())?.Name ?? "somebody gone",
        ("team", _) => teams.FirstOrDefault(team => team.Id.ToString() == value.ToString())?.Name ?? "a team that is gone",
        (_, JsonValueKind.Array) => string.Join(", ", value.EnumerateArray().Select(item => Words(item.ToString()))),
        _ => Words(value.ToString()),
    };

    private static string Words(string word) => word switch
    {
        "read" => "read", "intake" => "bring leads in", "write" => "change", "admin" => "all an admin may", _ => Say.Field(word).ToLowerInvariant(),
    };
}
