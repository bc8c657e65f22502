namespace LeadHeat.AppHost.Local;

internal interface IResourceBuilder<out T> where T : IResource
{
    T Resource { get; }
}

internal sealed record ResourceBuilder<T>(T Resource) : IResourceBuilder<T> where T : IResource;
