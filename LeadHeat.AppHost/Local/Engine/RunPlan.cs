using Microsoft.Extensions.Configuration;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The app model made concrete: which processes there are, on which ports, and what each is told of the others.</summary>
internal sealed class RunPlan
{
    private readonly IConfiguration _configuration;
    private readonly IReadOnlyList<IResource> _resources;
    private readonly List<Runner> _runners = [];

    public RunPlan(IReadOnlyList<IResource> resources, IConfiguration configuration, DataFolder data, string? dashboardCli, Action<string> say)
    {
        _configuration = configuration;
        _resources = resources;
        Data = data;
        Secrets = new Secrets(data, configuration);

        foreach (var parameter in resources.OfType<ParameterResource>())
            Secrets.ValueOf(parameter);

        var ports = new Ports();
        var projects = resources.OfType<ProjectResource>().ToList();
        var dashboardPort = DashboardPort();
        var wanted = projects.Select(project => project.Port).Append(dashboardPort).OfType<int>().ToHashSet();
        var taken = projects.ToDictionary(project => project, project => Port(project.Name, project.Port, ports, wanted, say));
        if (dashboardCli is not null)
            _runners.Add(Dashboard = new DashboardRunner(
                dashboardCli, Port("dashboard", dashboardPort, ports, wanted, say), ports.Any(), ports.Any()));
        foreach (var server in resources.OfType<PostgresServerResource>())
            _runners.Add(new PostgresRunner(
                server, data, Secrets.Kept("postgres-password"), new ServiceRole(data, Secrets.Kept("postgres-api-password"), Migration), ports.Any(), say));
        foreach (var redis in resources.OfType<RedisResource>())
            _runners.Add(new RedisRunner(redis, data, Secrets.Kept("redis-password"), ports.Any()));
        foreach (var project in projects)
            for (var replica = 0; replica < project.Replicas; replica++)
                _runners.Add(new ProjectRunner(project, replica, replica == 0 ? taken[project] : ports.Any(), this));
    }

    public DataFolder Data { get; }

    public Secrets Secrets { get; }

    public DashboardRunner? Dashboard { get; }

    public string AdminEmail => Secrets.ValueOf(_resources.OfType<ParameterResource>().Single(parameter => parameter.Name == "admin-email"));

    /// <summary>In the order of the picture; what comes later is stopped earlier.</summary>
    public IReadOnlyList<Runner> Runners => _runners;

    public static string RunningResource(IResource resource) => resource is PostgresDatabaseResource database ? database.Server.Name : resource.Name;

    public string? ConnectionString(IResourceWithConnectionString source) => source switch
    {
        PostgresDatabaseResource database => ServerOf(database).ConnectionString(database),
        RedisResource redis => _runners.OfType<RedisRunner>().Single(runner => runner.Resource == redis.Name).ConnectionString,
        _ => _configuration[$"ConnectionStrings:{source.Name}"],
    };

    /// <summary>All that projects are told of, by name; and the owner's, where it is another one.</summary>
    public IReadOnlyDictionary<string, string?> ConnectionStrings()
    {
        var told = _resources.OfType<ProjectResource>().SelectMany(project => project.ConnectionStrings).DistinctBy(reference => reference.Key).ToList();
        return told.Select(reference => (reference.Key, Value: ConnectionString(reference.Value)))
            .Concat(told.Where(reference => reference.Value is PostgresDatabaseResource)
                .Select(reference => (Key: reference.Key + RunFile.OfOwner, Value: (string?)OwnersConnectionString((PostgresDatabaseResource)reference.Value))))
            .ToDictionary();
    }

    public IEnumerable<string> Addresses(ProjectResource project) =>
        _runners.OfType<ProjectRunner>().Where(runner => runner.Resource == project.Name).Select(runner => runner.Address);

    /// <summary>
    /// Perhaps not what the stores know: given from outside, or made by this run on stores of ours that may have outlived the one
    /// before (whoever deletes the data folder deletes its secrets first of all).
    /// </summary>
    public bool IsNewToKeptStores(ParameterResource parameter) =>
        Secrets.IsGiven(parameter) || (Secrets.New.Contains(parameter.Name) && _runners.OfType<PostgresRunner>().Any());

    private PostgresRunner ServerOf(PostgresDatabaseResource database) =>
        _runners.OfType<PostgresRunner>().Single(runner => runner.Resource == database.Server.Name);

    private string OwnersConnectionString(PostgresDatabaseResource database) => ServerOf(database).OwnersConnectionString(database);

    // The one project that uses a database has its tables too.
    private Migration? Migration(PostgresDatabaseResource database, string ownersAddress) => _runners.OfType<ProjectRunner>()
        .Select(runner => runner.Migration(database, ownersAddress)).FirstOrDefault(migration => migration is not null);

    private int? DashboardPort() => !int.TryParse(_configuration["LEADHEAT_DASHBOARD_PORT"], out var port) ? 18888 : port == 0 ? null : port;

    private static int Port(string name, int? wanted, Ports ports, HashSet<int> othersWant, Action<string> say)
    {
        if (wanted is not { } port)
            return ports.Any();
        var given = ports.Near(port, othersWant);
        if (given != port)
            say($"Port {port} is taken: {name} is at {given}");
        return given;
    }
}
