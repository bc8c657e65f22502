using Npgsql;

namespace LeadHeat.Tests.AppHost;

internal static class Psql
{
    /// <summary>Runs a statement in the app's database; returns the first column of the first row as text.</summary>
    public static Task<string?> RunAsync(RunningApp app, string sql) => RunAsync(app.ConnectionString("leadsdb"), sql);

    /// <summary>The same in another database.</summary>
    public static async Task<string?> RunAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
