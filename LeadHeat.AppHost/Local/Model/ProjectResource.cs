namespace LeadHeat.AppHost.Local;

internal sealed class ProjectResource(string name, string projectPath)
    : Resource(name), IResourceWithServiceDiscovery, IResourceWithEndpoints, IResourceWithEnvironment, IResourceWithWaitSupport
{
    public string ProjectPath => projectPath;

    public int Replicas { get; set; } = 1;

    public bool HasEndpoint { get; set; }

    /// <summary>The port to be found at; null is any free one.</summary>
    public int? Port { get; set; }

    public string HealthPath { get; set; } = "/";

    public Dictionary<string, string?> Environment { get; } = [];

    public Dictionary<string, ParameterResource> Parameters { get; } = [];

    /// <summary>By the name under which the connection string is passed.</summary>
    public Dictionary<string, IResourceWithConnectionString> ConnectionStrings { get; } = [];

    public List<ProjectResource> Services { get; } = [];

    public List<IResource> WaitsFor { get; } = [];
}
