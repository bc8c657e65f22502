using LeadHeat.Core.Playbooks;

namespace LeadHeat.Worker.Agent;

internal static class AgentServices
{
    public static void AddAgent(this IHostApplicationBuilder builder)
    {
        // One that is wrong stops the start.
        builder.Services.AddSingleton(PlaybookLibrary.FromFolder(Path.Combine(AppContext.BaseDirectory, "playbooks")));
        builder.Services.AddSingleton<JudgingCards>();
        builder.Services.AddSingleton<AgentLoop>();
        builder.Services.AddSingleton<BuiltInAgent>();
        builder.Services.AddSingleton<ITurnAgent, TurnAgent>();
    }
}
