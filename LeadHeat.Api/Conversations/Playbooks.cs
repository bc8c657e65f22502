using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Conversations;

internal static class Playbooks
{
    /// <summary>Reads the playbooks that lie beside the program; one that is wrong stops the start. What they teach is learned beside the rest of it.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder)
    {
        var playbooks = PlaybookLibrary.FromFolder(Path.Combine(AppContext.BaseDirectory, "playbooks"));
        var folder = builder.Configuration["Cache:Path"];
        var learning = Task.Run(() => playbooks.Learn(folder));
        builder.Services.AddSingleton(playbooks);
        builder.Services.AddHostedService(_ => new PlaybooksLearned(learning));
    }

    /// <summary>Nobody is served before the playbooks are learned.</summary>
    private sealed class PlaybooksLearned(Task learning) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => learning.WaitAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
