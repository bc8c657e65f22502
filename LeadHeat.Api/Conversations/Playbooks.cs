using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Conversations;

internal static class Playbooks
{
    /// <summary>Reads the playbooks that lie beside the program; one that is wrong stops the start.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(PlaybookLibrary.FromFolder(Path.Combine(AppContext.BaseDirectory, "playbooks")));
    }
}
