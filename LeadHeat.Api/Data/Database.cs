using LeadHeat.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace LeadHeat.Api.Data;

internal static class Database
{
    private const string Name = "leadsdb";

    // What the address says itself wins. Few connections: each prepares the statements of the turns for itself, and a handful
    // keeps Postgres busy. Nothing here leaves anything behind in a session that would have to be reset, and statements are
    // short: compiling one takes longer than running it.
    private static readonly string Defaults =
        $"Application Name=leadheat-api;Maximum Pool Size={4 * Math.Max(2, Environment.ProcessorCount)};Max Auto Prepare=200;"
        + "Auto Prepare Min Usages=2;No Reset On Close=true;Options=-c jit=off";

    // A prepared statement is soon planned for any value at all. For a list that is ruin: the plan for a common playbook looks for
    // the leads of a rare one among all there are. These connections plan each time for the values that are asked for.
    private const string ForLists = "Application Name=leadheat-api-lists;Maximum Pool Size=8;Max Auto Prepare=0;Options=-c jit=off -c max_parallel_workers_per_gather=0";

    // Tables grow under an import faster than their statistics follow: a plan that reads one from end to end, which is right for the first
    // batch, would be the ruin of the hundredth. Here everything is found by its index.
    private const string ForImports = "Application Name=leadheat-api-imports;Maximum Pool Size=8;Timeout=60;Command Timeout=300;Options=-c jit=off -c enable_seqscan=off "
        + "-c enable_hashjoin=off -c enable_mergejoin=off -c temp_buffers=32MB";

    // What a turn reads and writes is found by its keys, whatever Postgres thinks of tables that have just begun to grow: a plan that reads one from
    // end to end is right for the first hundred rows, and is kept. Neither by a bitmap: it may join the index of the key with one of what is common to all
    // rows, and where rows come and go it visits all that have gone since the last vacuum, which a plain index scan marks and passes over.
    private static readonly string ForTurns =
        $"Application Name=leadheat-api-turns;Maximum Pool Size={2 + (2 * Math.Max(2, Environment.ProcessorCount))};Options=-c jit=off -c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>The key of the connections that turns go through.</summary>
    public const string Turns = "turns";

    // What comes in is stored before it is acknowledged, however many answers are being stored meanwhile.
    private const string ForIntake = "Application Name=leadheat-api-intake;Minimum Pool Size=4;Maximum Pool Size=4";

    /// <summary>The key of the connections for what platforms deliver.</summary>
    public const string Intake = "intake";

    // What a crash of Postgres takes of the last moments is done again, with the same result. It need not wait for the disk. Found by keys, as what turns do.
    private const string ForRepeatables = "Application Name=leadheat-api-repeatables;Maximum Pool Size=4;Options=-c jit=off -c synchronous_commit=off -c enable_seqscan=off -c enable_bitmapscan=off";

    /// <summary>The key of the connections for what is done again when it is lost.</summary>
    public const string Repeatables = "repeatables";

    // Who leads keeps a connection as long as it lives: none of those that turns are stored with. A lock falls with its connection, so that
    // they are closed and never given back, and Postgres soon notices where the machine behind one is gone.
    private const string ForLeaders = "Application Name=leadheat-api-leaders;Pooling=false;"
        + "Options=-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>The key of the connections that hold the locks of <see cref="Leadership"/>; each is a new one.</summary>
    public const string Leaders = "leaders";

    /// <summary>The key of the connections for imports.</summary>
    public const string Imports = "imports";

    /// <summary>The key of the connections for statements whose best plan depends on what is asked for.</summary>
    public const string Lists = "lists";

    /// <summary>One pool of connections for EF and for plain SQL. The schema is there before the first request is.</summary>
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        var address = builder.Configuration.GetConnectionString(Name)
            ?? throw new InvalidOperationException($"There is no database: set ConnectionStrings__{Name}.");
        builder.Services.AddSingleton(_ => Connect(address));
        builder.Services.AddKeyedSingleton(Turns, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForTurns};{address}"));
        builder.Services.AddKeyedSingleton(Lists, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForLists};{address}"));
        builder.Services.AddKeyedSingleton(Imports, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForImports};{address}"));
        builder.Services.AddKeyedSingleton(Intake, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForIntake};{address}"));
        builder.Services.AddKeyedSingleton(Repeatables, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForRepeatables};{address}"));
        builder.Services.AddKeyedSingleton(Leaders, (_, _) => NpgsqlDataSource.Create($"{Defaults};{ForLeaders};{address}"));
        builder.Services.AddDbContextPool<LeadsDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        builder.Services.AddSingleton<Schema>();
        builder.Services.AddSingleton<WrittenTimes>();
        builder.Services.AddHostedService<DatabaseInitializer>();
        builder.Services.AddHostedService<ClockGuard>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy);
        builder.Services.AddClocks();
        // What fails is thrown, and logged by whoever handles it; here a fresh database alone would log an error at each start.
        foreach (var part in (string[])["Database.Command", "Database.Connection", "Query", "Update"])
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore." + part, LogLevel.Critical);
    }

    private static NpgsqlDataSource Connect(string address) => new NpgsqlDataSourceBuilder($"{Defaults};{address}").Build();
}
