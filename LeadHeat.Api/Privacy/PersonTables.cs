namespace LeadHeat.Api.Privacy;

/// <summary>Whose ids a table's rows are found by.</summary>
internal enum PersonSet { Contacts, Leads, Conversations, Sessions, Messages, Turns, Merges, Inbound }

/// <summary>A table with rows of people.</summary>
/// <param name="Title">As an export calls it.</param>
/// <param name="Column">What is among the ids of <paramref name="Set"/>.</param>
/// <param name="IsMade">It follows from other rows: not exported, and made again rather than restored.</param>
internal sealed record PersonTable(string Name, string Title, string Column, PersonSet Set, bool IsMade = false)
{
    /// <summary>Which rows <c>r</c> are the person's; $1 are the ids.</summary>
    public string Where { get; init; } = $"r.{Column} = any($1)";

    /// <summary>Only rows that have their row there go back.</summary>
    public string? Restorable { get; init; }
}

/// <summary>
/// Every table that holds something of a person, parents first: what is exported, deleted and restored. A test reads the database's own list of
/// tables and fails when one is neither here nor among those that hold nobody's data.
/// </summary>
internal static class PersonTables
{
    public static readonly IReadOnlyList<PersonTable> All =
    [
        new("contacts", "Who it is", "id", PersonSet.Contacts),
        new("consents", "What was agreed to", "contact_id", PersonSet.Contacts),
        new("contact_keys", "By what the person is known", "contact_id", PersonSet.Contacts),
        new("contact_checks", "Comparisons that wait", "contact_id", PersonSet.Contacts, IsMade: true),
        new("contact_merges", "Who may be the same person", "left_id", PersonSet.Contacts)
        {
            Where = "(r.left_id = any($1) or r.right_id = any($1))",
            Restorable = "exists (select from contacts p where p.id = r.left_id) and exists (select from contacts p where p.id = r.right_id)",
        },
        new("contact_merge_fields", "What became of each field", "merge_id", PersonSet.Merges) { Restorable = "exists (select from contact_merges p where p.id = r.merge_id)" },
        new("leads", "Enquiries", "contact_id", PersonSet.Contacts),
        new("lead_texts", "Search words", "lead_id", PersonSet.Leads, IsMade: true),
        new("lead_profiles", "What was understood", "lead_id", PersonSet.Leads),
        new("lead_features", "Figures for the prediction", "lead_id", PersonSet.Leads),
        new("lead_heat", "The prediction", "lead_id", PersonSet.Leads) { Restorable = "exists (select from heat_models p where p.id = r.model_id)" },
        new("conversations", "Conversations", "lead_id", PersonSet.Leads),
        new("messages", "Messages", "conversation_id", PersonSet.Conversations),
        new("sessions", "Visits", "conversation_id", PersonSet.Conversations),
        new("channel_identities", "By what platforms know the person", "session_id", PersonSet.Sessions)
        {
            // Who has written again meanwhile has a session of their own.
            Restorable = "exists (select from sessions p where p.id = r.session_id)",
        },
        new("identity_links", "Numbers that were changed", "session_id", PersonSet.Sessions) { Restorable = "exists (select from sessions p where p.id = r.session_id)" },
        new("turns", "How messages were answered", "conversation_id", PersonSet.Conversations),
        new("turn_records", "What the bot did", "turn_id", PersonSet.Turns),
        new("turn_reruns", "The same, run again", "turn_id", PersonSet.Turns),
        new("outgoing", "How far messages came", "message_id", PersonSet.Messages),
        new("outgoing_templates", "Messages from templates", "message_id", PersonSet.Messages),
        new("qualifications", "Scores", "lead_id", PersonSet.Leads),
        new("activities", "Timeline", "lead_id", PersonSet.Leads),
        new("tasks", "Tasks", "lead_id", PersonSet.Leads),
        new("eval_cases", "Corrections kept as cases", "lead_id", PersonSet.Leads),
        new("lead_form_leads", "Forms", "lead_id", PersonSet.Leads),
        new("lead_origins", "Where forms came from", "lead_id", PersonSet.Leads),
        new("fetched_forms", "What Meta answered", "leadgen_id", PersonSet.Leads, IsMade: true) { Where = "r.leadgen_id in (select f.leadgen_id from lead_form_leads f where f.lead_id = any($1))" },
        new("conversion_events", "What Meta was told", "lead_id", PersonSet.Leads),
        new("webhook_deliveries", "What the team's programs were told", "lead_id", PersonSet.Leads, IsMade: true),
        new("upload_duplicates", "Rows of files", "lead_id", PersonSet.Leads) { Restorable = "exists (select from uploads p where p.id = r.upload_id)" },
        new("inbound", "What platforms sent", "id", PersonSet.Inbound) { Restorable = "exists (select from deliveries p where p.id = r.delivery_id)" },
    ];
}
