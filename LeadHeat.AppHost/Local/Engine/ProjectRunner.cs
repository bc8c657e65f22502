using System.Security.Cryptography;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>One replica of a project, with the environment that Aspire would give it.</summary>
internal sealed class ProjectRunner(ProjectResource project, int replica, int port, RunPlan plan)
    : Runner(project.Name, project.Replicas == 1 ? project.Name : $"{project.Name}-{replica}")
{
    private static readonly string[] NotInherited = ["ConnectionStrings__", "Parameters__", "services__", "LEADHEAT_ADMIN_", "ASPNETCORE_URLS"];

    public override IReadOnlyList<string> Urls => [$"http://localhost:{port}"];

    public override IReadOnlyCollection<string> WaitsFor => [.. project.WaitsFor.Select(RunPlan.RunningResource)];

    /// <summary>By number, for other services: looking localhost up costs a call more than it is worth.</summary>
    public string Address => $"http://127.0.0.1:{port}";

    public override Command Command() => Command(Settings().Concat(Telemetry()).Concat(project.Environment));

    /// <summary>The project's own command that makes and grants the tables of a database that it uses.</summary>
    public Migration? Migration(PostgresDatabaseResource database, string ownersAddress)
    {
        if (project.ConnectionStrings.FirstOrDefault(reference => reference.Value == database).Key is not { } name)
            return null;
        var settings = Settings().Append(new($"ConnectionStrings__{name}", ownersAddress));
        var build = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Solution.BuiltAssembly(project))));
        return new Migration(Command(settings, "migrate", ServiceRole.Name), build);
    }

    public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) =>
        HttpProbe.IsHealthyAsync(Address + project.HealthPath, cancellationToken);

    private Command Command(IEnumerable<KeyValuePair<string, string?>> settings, params string[] arguments)
    {
        var environment = Inherited().ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in settings)
            environment[name] = value;
        return new Command(DotnetPath(), [Solution.BuiltAssembly(project), .. arguments])
        {
            WorkingDirectory = Solution.ProjectFolder(project),
            Environment = environment,
        };
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings()
    {
        yield return new("ASPNETCORE_URLS", Urls[0]);
        yield return new("DOTNET_ENVIRONMENT", Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production");
        yield return new("DOTNET_SHUTDOWNTIMEOUTSECONDS", "10");
        yield return new("Cache__Path", Solution.Learned);
        yield return new("Keys__Path", plan.Data.CreateFolder(Path.Combine("keys", project.Name)));
        foreach (var (name, parameter) in project.Parameters)
        {
            yield return new(name, plan.Secrets.ValueOf(parameter));
            if (plan.IsNewToKeptStores(parameter))
                yield return new(name + "IsNew", "true");
        }

        foreach (var (name, source) in project.ConnectionStrings)
            yield return new($"ConnectionStrings__{name}", plan.ConnectionString(source));
        foreach (var service in project.Services)
            foreach (var (index, address) in plan.Addresses(service).Index())
                yield return new($"services__{service.Name}__http__{index}", address);
    }

    private IEnumerable<KeyValuePair<string, string?>> Telemetry()
    {
        yield return new("OTEL_SERVICE_NAME", project.Name);
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={project.Name}-{replica}");
        if (plan.Dashboard is null)
            yield break;

        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", plan.Dashboard.OtlpEndpoint);
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");

        // As Aspire does: who looks at the dashboard wants to see what happened just now.
        yield return new("OTEL_BSP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_BLRP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_METRIC_EXPORT_INTERVAL", "5000");
    }

    private static IEnumerable<string> Inherited() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => NotInherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static string DotnetPath() =>
        Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
