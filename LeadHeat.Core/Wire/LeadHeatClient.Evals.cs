using LeadHeat.Core.Evals;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<EvalOverview> GetEvalsAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Evals, Json.EvalOverview, cancellationToken);

    /// <summary>Keeps a correction of a lead as a case; keeping the same again replaces it.</summary>
    public Task<KeptCase> KeepCaseAsync(Guid leadId, KeepCase keep, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(leadId) + "/cases", keep, Json.KeepCase, Json.KeptCase, cancellationToken);

    public async Task ForgetCaseAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.KeptCase(id), null, cancellationToken).ConfigureAwait(false);
    }
}
