using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class AuditTests(AppFixture fixture)
{
    [Fact]
    public async Task A_change_of_role_is_there_with_who_and_what_was_before()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        using (var admin = Caller.Admin(fixture.App))
        {
            await admin.Client.ChangeMemberAsync(member.Id, new ChangeMember(Role: "admin"));

            var lines = (await admin.Client.GetAuditAsync(subject: member.Id.ToString())).Items;

            Assert.Equal(["member.changed", "member.added"], lines.Select(line => line.Action));
            Assert.Equal(("machine", "user"), (lines[0].ActorKind, lines[0].SubjectKind));
            Assert.Equal(("agent", "admin"), (lines[0].Before!.Value.GetProperty("role").GetString(), lines[0].After!.Value.GetProperty("role").GetString()));
            Assert.All(lines, line => Assert.DoesNotContain(member.Email, $"{line.Before}{line.After}{line.SubjectId}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Changes_of_leads_and_exports_are_there_and_refused_ones_are_not()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "admin");
        using (caller)
        {
            var lead = (await caller.Client.GetLeadsAsync(new LeadQuery { Limit = 1 })).Items[0].Id;
            await caller.Client.ChangeLeadAsync(lead, new ChangeLead(OwnerId: member.Id));
            await caller.Client.AddTaskAsync(lead, new AddTask("Call", null, null));
            (await caller.SendAsync(HttpMethod.Patch, Routes.Lead(lead), """{"status":"nonsense"}""")).Refusal(400);
            await caller.GetAsync(Routes.LeadExport + "?text=nobody-has-written-this");

            var lines = (await caller.Client.GetAuditAsync(actor: member.Id)).Items;

            Assert.Equal(["leads.exported", "leads.tasks post", "lead.changed"], lines.Select(line => line.Action));
            Assert.Equal(member.Id.ToString(), lines[2].After!.Value.GetProperty("owner").GetString());
            Assert.Equal(("user", "Test admin", lead.ToString()), (lines[1].ActorKind, lines[1].Actor, lines[1].SubjectId));
        }
    }

    [Fact]
    public async Task Pages_follow_a_cursor_and_hold_every_line_once()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "admin");
        using (caller)
        {
            for (var i = 0; i < 5; i++)
                await caller.Client.RevokeApiKeyAsync((await caller.Client.AddApiKeyAsync(new AddApiKey("Test", [KeyScope.Read]))).View.Id);
            List<AuditRow> all = [];
            string? cursor = null;
            do
            {
                var page = await caller.Client.GetAuditAsync(actor: member.Id, cursor: cursor, limit: 3);
                all.AddRange(page.Items);
                cursor = page.Next;
            }
            while (cursor is not null);

            Assert.Equal(10, all.Count);
            Assert.Equal(all.Select(line => line.Id).OrderDescending(), all.Select(line => line.Id));
            Assert.Equal(5, (await caller.Client.GetAuditAsync(actor: member.Id, action: "key.revoked")).Items.Count);
            (await caller.GetAsync(Routes.Audit + "?cursor=garbage")).Refusal(400);
        }
    }

    [Theory]
    [InlineData("update audit_log set action = 'nothing'")]
    [InlineData("delete from audit_log")]
    [InlineData("truncate audit_log")]
    public async Task The_log_is_only_ever_added_to(string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Psql.RunAsync(fixture.App, statement));

        Assert.Contains("only ever added to", refused.MessageText, StringComparison.Ordinal);
    }
}
