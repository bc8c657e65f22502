using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Conversations;

internal static class LearnedPlaybooks
{
    /// <summary>The command's name; after it the folder to keep in what the playbooks teach, which is then there at every start (<c>Cache:Path</c>).</summary>
    public const string Verb = "learn";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "playbooks");

    /// <summary>Learns what the playbooks teach, where it is not kept in a folder already.</summary>
    public static int Learn(string folder)
    {
        PlaybookLibrary.FromFolder(Folder).Learn(folder);
        return 0;
    }

    /// <summary>Reads the playbooks that lie beside the program; one that is wrong stops the start. What they teach is learned beside the rest of it.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder)
    {
        var playbooks = PlaybookLibrary.FromFolder(Folder);
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
