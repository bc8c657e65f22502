using Microsoft.Extensions.Configuration;

namespace LeadHeat.AppHost.Local;

internal interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }

    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    DistributedApplication Build();
}

internal sealed class DistributedApplicationBuilder(string[] args) : IDistributedApplicationBuilder
{
    private readonly List<IResource> _resources = [];

    public ConfigurationManager Configuration { get; } = FromEnvironment();

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        _resources.Add(resource);
        return new ResourceBuilder<T>(resource);
    }

    public DistributedApplication Build() => new(args, Configuration, _resources);

    private static ConfigurationManager FromEnvironment()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        return configuration;
    }
}
