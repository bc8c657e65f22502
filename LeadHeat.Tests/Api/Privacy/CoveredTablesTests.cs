using LeadHeat.Api.Privacy;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Privacy;

[Collection("app")]
public sealed class CoveredTablesTests(AppFixture fixture)
{
    // What stands here is looked through by Erasure in its own way.
    private static readonly string[] Scrubbed = ["deliveries", "refused_bodies", "uploads", "upload_pieces", "upload_errors", "shadow_runs", "reconciliations", "deleted_people"];

    // Tables in which nobody of whom we sell anything stands, and why.
    private static readonly Dictionary<string, string> OfNobody = new()
    {
        ["__EFMigrationsHistory"] = "names of migrations",
        ["api_keys"] = "keys of programs",
        ["audit_log"] = "ids and words of closed lists",
        ["conversion_feedback"] = "a setting",
        ["data_protection_keys"] = "keys of tokens",
        ["demo_loads"] = "that the demo data was loaded",
        ["erasures"] = "ids and numbers",
        ["heat_measured"] = "ids and points of a curve; they go with the lead",
        ["heat_models"] = "models and counts: no row of the training",
        ["heat_scoring"] = "how far a model is",
        ["invitations"] = "the team",
        ["knowledge_collections"] = "names",
        ["knowledge_documents"] = "the business' own documents",
        ["knowledge_shipped"] = "names",
        ["lead_form_words"] = "words beside the boxes of forms, no answers",
        ["lead_forms"] = "questions of forms, no answers",
        ["lead_playbooks"] = "names",
        ["model_calls"] = "numbers; the turn's id goes with the turn",
        ["open_changes"] = "ids and words of closed lists, as in the audit log",
        ["overview_days"] = "counts",
        ["overview_gone"] = "ids of leads that are gone, until they are taken out of the counts",
        ["overview_leads"] = "ids and numbers; whoever is gone is taken out with the next count",
        ["overview_months"] = "counts",
        ["overview_rules"] = "names of rules",
        ["overview_slices"] = "names of playbooks and sources",
        ["overview_state"] = "how far the counts are",
        ["playbook_versions"] = "files of playbooks",
        ["privacy_secrets"] = "a sealed key",
        ["recovery_codes"] = "the team",
        ["refused_deliveries"] = "counts",
        ["role_claims"] = "the team",
        ["roles"] = "the team",
        ["scorecard_publications"] = "cards",
        ["scorecards"] = "cards",
        ["sign_ins"] = "the team",
        ["team_members"] = "the team",
        ["teams"] = "the team",
        ["tombstones"] = "keyed hashes",
        ["units"] = "what is sold",
        ["unread_forms"] = "counts",
        ["upload_mappings"] = "columns without their cells",
        ["user_claims"] = "the team",
        ["user_logins"] = "the team",
        ["user_roles"] = "the team",
        ["user_tokens"] = "the team",
        ["users"] = "the team",
        ["web_forms"] = "questions of forms, no answers",
        ["webhooks"] = "the team's programs",
        ["whatsapp_templates"] = "approved words",
    };

    [Fact]
    public async Task Every_table_says_whether_it_holds_something_of_people()
    {
        var known = PersonTables.All.Select(table => table.Name).Concat(Scrubbed).Concat(OfNobody.Keys).ToHashSet();

        var tables = await Stores.TablesAsync(fixture.App);

        // A new table: put it into PersonTables when it holds something of a person, so that it is exported, deleted and restored; else here, with the reason.
        Assert.Equal([], tables.Except(known));
        Assert.Equal([], known.Except(tables));
    }
}
