using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace LeadHeat.Api.Data;

internal static class Database
{
    private const string Name = "leadsdb";
    private const int MostConnections = 40;

    /// <summary>One pool of connections for EF and for plain SQL. The schema is there before the first request is.</summary>
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        var address = builder.Configuration.GetConnectionString(Name)
            ?? throw new InvalidOperationException($"There is no database: set ConnectionStrings__{Name}.");
        builder.Services.AddSingleton(_ => Connect(address));
        builder.Services.AddDbContextPool<LeadsDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        builder.Services.AddHostedService<DatabaseInitializer>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy);
        builder.Services.AddSingleton(TimeProvider.System);
        // What fails is thrown, and logged by whoever handles it; here a fresh database alone would log an error at each start.
        foreach (var part in (string[])["Database.Command", "Database.Connection", "Query", "Update"])
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore." + part, LogLevel.Critical);
    }

    private static NpgsqlDataSource Connect(string address)
    {
        var connection = new NpgsqlConnectionStringBuilder(address) { Multiplexing = false };
        if (!connection.ContainsKey("Maximum Pool Size"))
            connection.MaxPoolSize = MostConnections;
        if (!connection.ContainsKey("Max Auto Prepare"))
            connection.MaxAutoPrepare = 100;
        connection.Options ??= "-c jit=off";   // statements here are short: compiling one takes longer than running it
        connection.ApplicationName ??= "leadheat-api";
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }
}
