namespace LeadHeat.Tests.AppHost;

public sealed record AppOptions(params string[] Args)
{
    public bool Dashboard { get; init; }

    /// <summary>A data folder to keep; without one the app gets a new folder that goes with it.</summary>
    public string? Data { get; init; }

    public Dictionary<string, string?> Environment { get; init; } = [];
}

/// <summary>Stop and Continue have these numbers on Linux.</summary>
public enum UnixSignal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
