using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Access;

/// <summary>The process ends after the change was stored and before its line of the audit log is. Each on a database of its own.</summary>
[Collection("app")]
public sealed class OpenChangeTests(AppFixture fixture)
{
    private const string NoRedis = "127.0.0.1:1";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);
    private static readonly WebForm Form = new("contact", "Contact", "b2b", [new("name", "Name", "note")], []);

    [Fact]
    public async Task Change_whose_process_is_killed_before_its_line_has_one_that_says_so()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using (var killed = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []))
        {
            await using var source = NpgsqlDataSource.Create(database.Owner);
            await using var holder = await source.OpenConnectionAsync();
            await using var held = await holder.BeginTransactionAsync();
            await using (var hold = new NpgsqlCommand("lock table audit_log in exclusive mode", holder, held))
                await hold.ExecuteNonQueryAsync();
            var change = killed.Team.SetWebFormAsync(Form);
            await Eventually.TrueAsync(async () => await WaitingAsync(database) != "0", Soon, () => "nobody writes a line");

            await killed.KillAsync();
            // What the process had sent goes with it, as with a machine that fails.
            await database.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

            await Assert.ThrowsAnyAsync<Exception>(() => change);
            await Eventually.TrueAsync(async () => await WaitingAsync(database) == "0", Soon, () => "somebody still writes a line");
            await held.RollbackAsync();
        }

        Assert.Equal("1 0", await database.RunAsync("select (select count(*) from web_forms) || ' ' || (select count(*) from audit_log)"));
        await database.RunAsync("update open_changes set at = at - interval '1 hour'");
        await using var next = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        IReadOnlyList<AuditRow> lines = [];
        await Eventually.TrueAsync(async () => (lines = (await next.Team.GetAuditAsync()).Items).Count > 0, Soon, () => next.Output);

        var line = Assert.Single(lines);
        Assert.Equal(("machine", "web-forms put", "contact"), (line.ActorKind, line.Action, line.SubjectId));
        Assert.Equal("unknown", line.After!.Value.GetProperty("outcome").GetString());
        Assert.Equal("0", await database.RunAsync("select count(*) from open_changes"));
    }

    private static Task<string?> WaitingAsync(OwnDatabase database, string table = "audit_log") => database.RunAsync($"""
        select count(*) from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and not l.granted and l.relation = '{table}'::regclass
        """);

    [Fact]
    public async Task Change_that_is_not_to_be_written_down_is_not_made()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        await database.RunAsync("revoke insert on open_changes from leadheat_api");

        await Assert.ThrowsAnyAsync<Exception>(() => api.Team.SetWebFormAsync(Form));

        Assert.Equal("0", await database.RunAsync("select count(*) from web_forms"));
    }

    [Fact]
    public async Task Change_whose_line_is_refused_is_answered_as_failed_and_stays_to_be_told()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        await database.RunAsync("revoke insert on audit_log from leadheat_api");

        await Assert.ThrowsAnyAsync<Exception>(() => api.Team.SetWebFormAsync(Form));

        Assert.Equal("1 1", await database.RunAsync("select (select count(*) from web_forms) || ' ' || (select count(*) from open_changes)"));
    }

    [Fact]
    public async Task Change_that_failed_inside_says_that_nobody_knows_and_a_refused_one_says_nothing()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        await Assert.ThrowsAnyAsync<Exception>(() => api.Team.SetWebFormAsync(Form with { Playbook = "nothing" }));
        await database.RunAsync("revoke insert on web_forms from leadheat_api");

        await Assert.ThrowsAnyAsync<Exception>(() => api.Team.SetWebFormAsync(Form));

        var line = Assert.Single((await api.Team.GetAuditAsync()).Items);
        Assert.Equal("unknown", line.After!.Value.GetProperty("outcome").GetString());
        Assert.Equal("0", await database.RunAsync("select count(*) from open_changes"));
    }

    [Fact]
    public async Task Caller_who_hangs_up_after_a_first_step_was_stored_leaves_a_line_that_nobody_knows()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        var person = Guid.CreateVersion7();
        await database.RunAsync($"insert into contacts (id, name, created_at, updated_at) values ('{person}', 'Asha', now(), now())");
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var holder = await source.OpenConnectionAsync();
        await using var held = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table erasures in exclusive mode", holder, held))
            await hold.ExecuteNonQueryAsync();
        using var call = new CancellationTokenSource();
        var erasing = api.Team.ErasePersonAsync(person, call.Token);
        await Eventually.TrueAsync(async () => await WaitingAsync(database, "erasures") != "0", Soon, () => api.Output);

        await call.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => erasing);
        await Eventually.TrueAsync(async () => await database.RunAsync("select count(*) from open_changes") == "0", Soon, () => api.Output);
        await held.RollbackAsync();
        Assert.Equal("0 1 0", await database.RunAsync("select (select count(*) from contacts) || ' ' || (select count(*) from deleted_people) || ' ' || (select count(*) from erasures)"));
        var line = Assert.Single((await api.Team.GetAuditAsync()).Items);
        Assert.Equal(("contacts.erase post", person.ToString()), (line.Action, line.SubjectId));
        Assert.Equal("unknown", line.After!.Value.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Refusal_after_a_first_step_was_stored_has_a_line_all_the_same()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        var person = Guid.CreateVersion7();
        await database.RunAsync($"insert into contacts (id, name, created_at, updated_at) values ('{person}', 'Asha', now(), now())");
        // As if somebody else had been faster.
        await database.RunAsync("create function gone() returns trigger language plpgsql as 'begin return null; end'");
        await database.RunAsync("create trigger gone before delete on deleted_people for each row execute function gone()");

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => api.Team.ErasePersonAsync(person));
        await Assert.ThrowsAsync<LeadHeatException>(() => api.Team.ErasePersonAsync(Guid.CreateVersion7()));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        var line = Assert.Single((await api.Team.GetAuditAsync()).Items);
        Assert.Equal((person.ToString(), "unknown"), (line.SubjectId, line.After!.Value.GetProperty("outcome").GetString()));
    }
}
