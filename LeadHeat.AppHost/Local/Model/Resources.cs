namespace LeadHeat.AppHost.Local;

internal interface IResource
{
    string Name { get; }
}

internal interface IResourceWithConnectionString : IResource;

internal interface IResourceWithServiceDiscovery : IResource;

internal interface IResourceWithEndpoints : IResource;

internal interface IResourceWithEnvironment : IResource;

internal interface IResourceWithWaitSupport : IResource;

internal abstract class Resource(string name) : IResource
{
    public string Name => name;
}

internal sealed class ParameterResource(string name, string? value, bool secret) : Resource(name)
{
    public string? Value => value;

    public bool Secret => secret;
}

internal sealed class ConnectionStringResource(string name) : Resource(name), IResourceWithConnectionString;

internal sealed class PostgresServerResource(string name) : Resource(name), IResourceWithWaitSupport
{
    public List<PostgresDatabaseResource> Databases { get; } = [];
}

internal sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server)
    : Resource(name), IResourceWithConnectionString
{
    public string DatabaseName => databaseName;

    public PostgresServerResource Server => server;
}

internal sealed class RedisResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport;
