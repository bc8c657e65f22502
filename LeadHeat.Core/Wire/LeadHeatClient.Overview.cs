using LeadHeat.Core.Overview;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>What the overview can be narrowed to, and how new it is.</summary>
    public Task<OverviewChoices> GetOverviewAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Overview + query.ToQueryString(), Json.OverviewChoices, cancellationToken);

    public Task<OverviewFunnel> GetFunnelAsync(OverviewQuery query, OverviewGroup by, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/funnel{query.ToQueryString()}&by={Words.Of(by)}", Json.OverviewFunnel, cancellationToken);

    public Task<OverviewScores> GetScoresAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/scores{query.ToQueryString()}", Json.OverviewScores, cancellationToken);

    public Task<OverviewBands> GetBandsAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/bands{query.ToQueryString()}", Json.OverviewBands, cancellationToken);

    public Task<OverviewWinRates> GetWinRatesAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/win-rates{query.ToQueryString()}", Json.OverviewWinRates, cancellationToken);

    public Task<OverviewRules> GetRulesAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/rules{query.ToQueryString()}", Json.OverviewRules, cancellationToken);

    public Task<OverviewDrift> GetDriftAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/drift{query.ToQueryString()}", Json.OverviewDrift, cancellationToken);

    public Task<OverviewMood> GetMoodAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/mood{query.ToQueryString()}", Json.OverviewMood, cancellationToken);

    public Task<OverviewAnswers> GetAnswersAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/answers{query.ToQueryString()}", Json.OverviewAnswers, cancellationToken);

    public Task<OverviewHours> GetHoursAsync(OverviewQuery query, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Overview}/hours{query.ToQueryString()}", Json.OverviewHours, cancellationToken);
}
