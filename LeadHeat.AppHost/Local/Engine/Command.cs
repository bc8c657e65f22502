namespace LeadHeat.AppHost.Local.Engine;

internal sealed record Command(string File, params string[] Arguments)
{
    public Dictionary<string, string?> Environment { get; init; } = [];

    public string WorkingDirectory { get; init; } = "/";

    /// <summary>What the command is sent when the app host is gone without a word; Kill follows after five seconds.</summary>
    public Signal WhenAbandoned { get; init; } = Signal.Kill;
}
