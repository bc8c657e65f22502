using LeadHeat.Core.Playbooks;

namespace LeadHeat.Worker.Agent;

internal static class AgentServices
{
    public static void AddAgent(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ReadPlaybooks());
        builder.Services.AddSingleton<AgentLoop>();
        builder.Services.AddSingleton<BuiltInAgent>();
        builder.Services.AddSingleton<ITurnAgent, TurnAgent>();
    }

    /// <summary>The playbooks that lie beside the program; one that is wrong stops the start.</summary>
    private static PlaybookLibrary ReadPlaybooks()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks");
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories);
        return PlaybookLibrary.FromFiles(files.Select(path => (path, File.ReadAllText(path))));
    }
}
