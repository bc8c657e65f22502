using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Data;

/// <summary>What somebody can do who gets the Api to run SQL of theirs.</summary>
[Collection("app")]
public sealed class ServiceRoleTests(AppFixture fixture)
{
    [Fact]
    public async Task Api_serves_by_a_role_that_is_no_superuser_and_owns_nothing()
    {
        Assert.Equal("leadheat_api", await Psql.RunAsync(fixture.App,
            "select string_agg(distinct usename, ' ') from pg_stat_activity where application_name like 'leadheat-api%'"));
        Assert.Equal("0", await Psql.RunAsync(fixture.App, """
            select (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'leadheat_api' and c.relpersistence <> 't')
                + (select count(*) from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'leadheat_api')
                + (select count(*) from pg_roles where rolname = 'leadheat_api'
                    and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls))
                + (select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'leadheat_api')
            """));
    }

    [Theory]
    [InlineData("update audit_log set action = 'nothing'")]
    [InlineData("delete from audit_log")]
    [InlineData("truncate audit_log")]
    [InlineData("update open_changes set action = 'nothing'")]
    [InlineData("alter table audit_log disable trigger all")]
    [InlineData("drop trigger audit_log_stays on audit_log")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("update erasures set rows = '{}'")]
    [InlineData("update consents set granted = true")]
    [InlineData("delete from playbook_versions")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    [InlineData("truncate leads cascade")]
    [InlineData("create table mine (id int)")]
    [InlineData("create function mine() returns int language sql as 'select 1'")]
    [InlineData("create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'")]
    [InlineData("alter table leads add column mine int")]
    [InlineData("drop table leads")]
    [InlineData("create role mine")]
    [InlineData("alter role leadheat_api superuser")]
    [InlineData("set role leadheat")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("copy leads to '/tmp/leads'")]
    [InlineData("select rolpassword from pg_authid")]
    public async Task What_the_Api_does_not_need_is_refused_to_its_role(string statement)
    {
        await using var source = NpgsqlDataSource.Create(fixture.App.ServiceConnectionString("leadsdb"));
        await using var command = source.CreateCommand(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Owner_migrates_and_grants_by_command_and_without_it_the_Api_says_what_is_missing()
    {
        var database = await OwnDatabase.CreateAsync(fixture.App);

        var (early, why) = await SecondApi.RunAsync(fixture.App, database.Service, []);
        Assert.NotEqual(0, early);
        Assert.Contains("migrate", why, StringComparison.Ordinal);
        Assert.Equal(0, (await SecondApi.RunAsync(fixture.App, database.Owner, [], "migrate", "leadheat_api")).Code);
        // A second time, as before each later version.
        Assert.Equal(0, (await SecondApi.RunAsync(fixture.App, database.Owner, [], "migrate", "leadheat_api")).Code);

        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, fixture.App.ConnectionString("redis"), []);
        Assert.Empty((await api.Team.GetLeadsAsync(new())).Items);
    }
}
