using System.Net;
using System.Net.Http.Json;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.AppHost;

/// <summary>A folder that only its owner enters: the cluster of a root user, which runs as another user, stands outside of it.</summary>
[Collection("own app")]
public sealed class KeptClusterTests : IDisposable
{
    private static readonly bool StandsOutside = Environment.UserName == "root";

    private readonly string _data = Directory.CreateTempSubdirectory("leadheat-test-").FullName;

    [Fact]
    public async Task A_cluster_that_outlives_the_data_folder_keeps_its_data_and_takes_the_new_passwords()
    {
        await using (var first = await RunningApp.StartAsync(new AppOptions { Data = _data }))
        {
            await Psql.RunAsync(first, "create table kept (id int); insert into kept values (41)");
            await first.EndAsync(UnixSignal.Interrupt);
        }

        DeleteAllIn(_data);
        await using var next = await RunningApp.StartAsync(new AppOptions { Data = _data });

        Assert.Equal(StandsOutside ? "1" : "0", await Psql.RunAsync(next, "select count(*) from pg_tables where tablename = 'kept'"));
        Assert.Equal(StandsOutside, next.Output.Contains("keeps its data", StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadAllText(Path.Combine(_data, "postgres-password")).Trim(), next.Output, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(next.ApiUrl) };
        var signIn = await client.PostAsJsonAsync(new Uri(Routes.SignIn, UriKind.Relative), new SignIn(next.AdminEmail, next.AdminPassword));
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
    }

    [Fact]
    public async Task A_cluster_in_use_is_left_alone_when_the_data_folder_has_been_deleted_under_it()
    {
        if (!StandsOutside)
            return;

        await using var first = await RunningApp.StartAsync(new AppOptions { Data = _data });
        var database = first.ConnectionString("leadsdb");
        DeleteAllIn(_data);
        await using var second = RunningApp.Launch(new AppOptions { Data = _data });

        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains("Postgres already runs on", second.Output, StringComparison.Ordinal);
        await using var source = Npgsql.NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select 1");
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    public void Dispose()
    {
        using (var data = DataFolder.Take(_data))
            data.Empty();
        Directory.Delete(_data, recursive: true);
    }

    private static void DeleteAllIn(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            if (entry is DirectoryInfo inner)
                inner.Delete(recursive: true);
            else
                entry.Delete();
    }
}
