using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.Api.Channels;
using Npgsql;

namespace LeadHeat.Tests.AppHost;

/// <summary>A database of one test's own, in the Postgres of a running app: what is done to it harms nobody else.</summary>
internal sealed class OwnDatabase
{
    private OwnDatabase(string owner, string service) => (Owner, Service) = (owner, service);

    /// <summary>By the role that owns what is in it.</summary>
    public string Owner { get; }

    /// <summary>By the role that the Api serves with.</summary>
    public string Service { get; }

    /// <summary>There is not even a schema in it.</summary>
    public static async Task<OwnDatabase> CreateAsync(RunningApp app)
    {
        var name = $"own_{Guid.NewGuid():N}";
        await Psql.RunAsync(app, $"create database {name}");
        return new(In(app.ConnectionString("leadsdb")), In(app.ServiceConnectionString("leadsdb")));

        string In(string address) => new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString;
    }

    /// <summary>As an Api finds it that may not migrate.</summary>
    public static async Task<OwnDatabase> MigratedAsync(RunningApp app)
    {
        var database = await CreateAsync(app);
        var (code, output) = await SecondApi.RunAsync(app, database.Owner, [], "migrate", ServiceRole.Name);
        Assert.True(code == 0, output);
        return database;
    }

    public Task<string?> RunAsync(string sql) => Psql.RunAsync(Owner, sql);
}
