namespace LeadHeat.Web.Access;

/// <summary>What was done, in a salesperson's words; null for what nobody has found any for yet: then the log's own word has to do.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["lead.changed"] = "Changed a lead", ["leads.exported"] = "Exported leads", ["person.exported"] = "Exported a person's data", ["rejects.exported"] = "Downloaded rejected rows",
        ["leads.messages post"] = "Answered a lead", ["leads.messages.template post"] = "Sent a template", ["leads.messages.flow post"] = "Sent a form on WhatsApp",
        ["leads.messages.resend post"] = "Sent a message again", ["leads.handling post"] = "Took over or gave back a conversation", ["leads.facts put"] = "Put a fact right",
        ["leads.qualify post"] = "Set a score by hand", ["leads.tasks post"] = "Added a task", ["leads.tasks patch"] = "Changed a task", ["leads.team put"] = "Gave a lead to a team",
        ["leads.cases post"] = "Kept a correction as a test case", ["evals.cases delete"] = "Forgot a test case",
        ["contacts delete"] = "Deleted a person", ["contacts.restore post"] = "Brought a deleted person back", ["contacts.erase post"] = "Erased a person for ever",
        ["contacts.consents post"] = "Noted a consent", ["contacts.merge post"] = "United two people", ["merges.accept post"] = "Agreed that two are one person",
        ["merges.reject post"] = "Said that two people are two", ["merges.undo post"] = "Parted two people again",
        ["inbound.replay post"] = "Tried again what came in", ["inbound.refused.replay post"] = "Tried again what was refused for its signature", ["turns.replay post"] = "Tried a dead turn again", ["turns.rerun post"] = "Ran a turn again to look at it",
        ["lead-forms.mapping put"] = "Mapped a lead form", ["lead-forms.replay post"] = "Read the leads of a form again", ["lead-forms.reconciliation post"] = "Compared with Meta", ["conversions put"] = "Switched what Meta is told", ["conversions.replay post"] = "Told Meta again what failed",
        ["web-forms put"] = "Made or changed a web form", ["whatsapp.templates put"] = "Changed the templates", ["whatsapp.templates.fetch post"] = "Fetched templates from Meta",
        ["webhooks post"] = "Added a webhook", ["webhooks patch"] = "Changed a webhook", ["webhooks delete"] = "Removed a webhook", ["webhooks.ping post"] = "Tried a webhook",
        ["webhooks.deliveries.replay post"] = "Sent a delivery again",
        ["uploads post"] = "Sent a file of leads", ["uploads.mapping put"] = "Mapped a file of leads", ["uploads.cancel post"] = "Stopped an import", ["uploads.resume post"] = "Went on with an import",
        ["scorecards post"] = "Began a draft of a scorecard", ["scorecards put"] = "Changed a draft of a scorecard", ["scorecards delete"] = "Threw a draft of a scorecard away",
        ["scorecards.shadow post"] = "Tried a scorecard on all leads", ["scorecards.publish post"] = "Published a scorecard", ["scorecards.publications.withdraw post"] = "Took a scorecard back",
        ["models.train post"] = "Trained a heat model", ["models.activate post"] = "Switched to a heat model", ["overview.rebuild post"] = "Counted the overview anew",
        ["knowledge post"] = "Added a document", ["knowledge delete"] = "Removed a document", ["knowledge.restore post"] = "Brought a document back",
        ["knowledge.collections.reindex post"] = "Indexed a collection anew", ["inventory.import post"] = "Imported homes",
        ["simulator post"] = "Started the simulator", ["simulator delete"] = "Stopped the simulator",
        ["member.added"] = "Added a member", ["member.changed"] = "Changed a member", ["member.invited"] = "Invited a member", ["member.signed_out"] = "Signed a member out everywhere",
        ["second_factor.on"] = "Began to sign in in two steps", ["second_factor.off"] = "Ended signing in in two steps", ["me.sign-ins delete"] = "Signed out everywhere", ["sign_in.ended"] = "Ended one of the own sign-ins", ["auth.sign-out post"] = "Signed out",
        ["password.given"] = "Gave the admin another password", ["password.changed"] = "Changed the own password", ["invitation.accepted"] = "Accepted an invitation",
        ["key.added"] = "Made a key for a program", ["key.revoked"] = "Ended a program's key", ["team.added"] = "Made a team", ["team.changed"] = "Changed a team",
        ["team.removed"] = "Removed a team", ["lead.moved"] = "Gave a lead to another team",
    };

    /// <summary>Everything that has words, by them.</summary>
    public static IReadOnlyList<(string Action, string Words)> All { get; } = [.. Known.Select(each => (each.Key, each.Value)).OrderBy(each => each.Value, StringComparer.Ordinal)];

    public static string? Of(string action) => Known.GetValueOrDefault(action);
}
