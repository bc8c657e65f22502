using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Conversations;

internal static class Playbooks
{
    /// <summary>Reads the playbooks that lie beside the program; one that is wrong stops the start.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks");
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories);
        builder.Services.AddSingleton(PlaybookLibrary.FromFiles(files.Select(path => (path, File.ReadAllText(path)))));
    }
}
