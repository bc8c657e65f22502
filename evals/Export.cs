using System.Text.Json;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;

namespace LeadHeat.Evals;

/// <summary>Writes the corrections that the team kept as cases into <c>evals/conversations/</c>.</summary>
internal static class Export
{
    /// <param name="folder">Where the files go.</param>
    /// <param name="data">The data folder of a running app: where it listens, and the key.</param>
    /// <returns>How many there are.</returns>
    public static async Task<int> WriteAsync(string folder, string data, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(AddressOf(Path.Combine(data, "run.json"))) };
        http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, (await File.ReadAllTextAsync(Path.Combine(data, "admin-key"), cancellationToken)).Trim());
        return await WriteAsync(folder, (await new LeadHeatClient(http).GetEvalsAsync(cancellationToken)).Kept, cancellationToken);
    }

    private static async Task<int> WriteAsync(string folder, IReadOnlyList<KeptCase> kept, CancellationToken cancellationToken)
    {
        foreach (var one in kept)
        {
            var id = one.Case.GetProperty("id").GetString()!;
            await File.WriteAllTextAsync(Path.Combine(folder, id + ".json"), Readable.Long(one.Case) + "\n", cancellationToken);
        }
        return kept.Count;
    }

    private static string AddressOf(string run)
    {
        if (!File.Exists(run))
            throw new InvalidDataException($"LeadHeat does not run: there is no {run}. Start it, or name its data folder in LEADHEAT_DATA.");
        return JsonDocument.Parse(File.ReadAllText(run)).RootElement.GetProperty("resources").EnumerateArray()
            .First(resource => resource.GetProperty("resource").GetString() == "api").GetProperty("urls")[0].GetString()!;
    }
}
