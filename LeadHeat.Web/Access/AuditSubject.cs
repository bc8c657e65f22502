using LeadHeat.Core.Access;

namespace LeadHeat.Web.Access;

/// <summary>What something was done to: what kind of thing, and where it can be looked at.</summary>
internal static class AuditSubject
{
    private static readonly Dictionary<string, (string Noun, string? Path)> Kinds = new()
    {
        ["lead"] = ("Lead", "/leads/"), ["leads"] = ("Lead", "/leads/"), ["contacts"] = ("Person", null), ["user"] = ("Member", null), ["key"] = ("API key", null), ["team"] = ("Team", null),
        ["turns"] = ("Turn", "/turns/"), ["uploads"] = ("File of leads", "/uploads/"), ["knowledge"] = ("Document", "/knowledge/"), ["inbound"] = ("What came in", null), ["merges"] = ("Two people", null),
        ["lead-forms"] = ("Lead form", null), ["web-forms"] = ("Web form", null), ["webhooks"] = ("Webhook", null), ["scorecards"] = ("Scorecard", null), ["models"] = ("Heat model", null),
        ["evals"] = ("Test case", null),
    };

    /// <summary>Pages with all of a kind, where one of them has none of its own.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["contacts"] = "/people", ["merges"] = "/people", ["user"] = "/team", ["key"] = "/team/keys", ["team"] = "/team/teams", ["inbound"] = "/intake", ["lead-forms"] = "/intake/forms",
        ["web-forms"] = "/intake/web-forms", ["webhooks"] = "/intake/webhooks", ["scorecards"] = "/scorecards", ["models"] = "/heat", ["evals"] = "/evals",
    };

    public static string Noun(AuditRow row) => row.SubjectKind is { } kind ? Kinds.TryGetValue(kind, out var known) ? known.Noun : kind.Replace('-', ' ') : "";

    public static string? Path(AuditRow row) => row.SubjectKind is not { } kind ? null
        : Kinds.TryGetValue(kind, out var known) && known.Path is { } path && row.SubjectId is { } id ? path + id
        : Lists.GetValueOrDefault(kind);
}
