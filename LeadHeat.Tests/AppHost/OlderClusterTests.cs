namespace LeadHeat.Tests.AppHost;

[Collection("own app")]
public sealed class OlderClusterTests
{
    [Fact]
    public async Task A_data_folder_from_before_there_was_a_role_for_services_gets_one_and_keeps_its_data()
    {
        await using var first = await RunningApp.StartAsync();
        await Psql.RunAsync(first, "create table kept (id int); drop owned by leadheat_api; drop role leadheat_api; comment on database leadsdb is null");
        await first.EndAsync(UnixSignal.Interrupt);
        File.Delete(Path.Combine(first.Data, "postgres-api-password"));

        await using var next = await RunningApp.StartAsync(new AppOptions { Data = first.Data });

        Assert.Equal("kept", await Psql.RunAsync(next, "select to_regclass('kept')::text"));
        Assert.Equal("leadheat_api", await Psql.RunAsync(next,
            "select string_agg(distinct usename, ' ') from pg_stat_activity where application_name like 'leadheat-api%'"));
    }
}
