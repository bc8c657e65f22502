namespace LeadHeat.Worker.Jobs;

/// <summary>What this worker is called wherever it holds something; the same after a restart when the environment says so.</summary>
internal sealed record WorkerName(string Value)
{
    private const string InstanceAttribute = "service.instance.id=";

    public static WorkerName From(IConfiguration configuration) =>
        new(Instance(configuration["OTEL_RESOURCE_ATTRIBUTES"]) ?? $"worker-{Environment.MachineName}-{Environment.ProcessId}");

    // service.name=worker,service.instance.id=worker-1,deployment.environment=local
    private static string? Instance(string? attributes) => attributes?
        .Split(',', StringSplitOptions.TrimEntries)
        .Where(attribute => attribute.StartsWith(InstanceAttribute, StringComparison.Ordinal) && attribute.Length > InstanceAttribute.Length)
        .Select(attribute => Uri.UnescapeDataString(attribute[InstanceAttribute.Length..]))
        .FirstOrDefault();
}
