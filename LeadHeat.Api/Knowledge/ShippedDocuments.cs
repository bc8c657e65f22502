using System.Text;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Knowledge;

/// <summary>Loads the documents that the playbooks bring, before anything is served. A document that the team removed or replaced comes back only when the shipped one changes.</summary>
internal sealed partial class ShippedDocuments(Documents documents, KnownDocuments known, PlaybookLibrary playbooks, ILogger<ShippedDocuments> logger)
    : IHostedLifecycleService
{
    private const string Fence = "---\n";
    private const string CategoryKey = "category:";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var loaded = 0;
        var before = await known.ReadAsync(cancellationToken);
        foreach (var playbook in playbooks.All)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "playbooks", playbook.Name, "knowledge");
            foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            {
                var (category, text) = Split((await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n"));
                var file = new NewDocument(playbook.Name, category, Path.GetFileName(path), Encoding.UTF8.GetBytes(text));
                if (!before.Add(KnownDocuments.MarkOf(file)))
                    continue;
                await documents.StoreAsync(file, "text/markdown", text, shipped: true, cancellationToken);
                await known.AddAsync(KnownDocuments.MarkOf(file), cancellationToken);
                loaded++;
            }
        }

        if (loaded > 0)
            LogLoaded(logger, loaded);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The file begins with its category between two fences; the rest is the document.
    private static (string Category, string Text) Split(string file)
    {
        var end = file.StartsWith(Fence, StringComparison.Ordinal) ? file.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) : -1;
        if (end < 0)
            return ("general", file.Trim());
        var category = file[Fence.Length..end].Split('\n').FirstOrDefault(line => line.StartsWith(CategoryKey, StringComparison.Ordinal))?[CategoryKey.Length..].Trim();
        return (category ?? "general", file[(end + Fence.Length + 1)..].Trim());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Documents} documents of the playbooks were loaded")]
    private static partial void LogLoaded(ILogger logger, int documents);
}
