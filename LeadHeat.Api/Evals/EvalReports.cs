using System.Text.Json;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Evals;

/// <summary>The report that <c>./eval.sh</c> leaves in a file.</summary>
/// <param name="path">The setting <c>Evals:Report</c>; null where the app does not run beside its source.</param>
internal sealed class EvalReports(string? path)
{
    /// <summary>Null when there was no run.</summary>
    public async Task<EvalReport?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(file, LeadHeatJson.Default.EvalReport, cancellationToken);
    }
}
