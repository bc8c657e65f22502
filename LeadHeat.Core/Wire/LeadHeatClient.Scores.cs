using System.Text.Json.Nodes;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>A lead's score computed again from what is stored.</summary>
    public Task<ScoreReplay> ReplayScoreAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.ScoreReplay(leadId), Json.ScoreReplay, cancellationToken);

    public Task<ScoreHistory> GetScoreHistoryAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Lead(leadId) + "/score/history", Json.ScoreHistory, cancellationToken);

    public Task<WhatIf> GetWhatIfAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Lead(leadId) + "/score/what-if", Json.WhatIf, cancellationToken);

    public Task<IReadOnlyList<CardScore>> GetCardScoresAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Lead(leadId) + "/score/cards", Json.IReadOnlyListCardScore, cancellationToken);

    public Task<NextBestAction> GetRecommendationAsync(Guid leadId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Lead(leadId) + "/recommendation", Json.NextBestAction, cancellationToken);

    public Task<ScorecardList> GetScorecardsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Scorecards, Json.ScorecardList, cancellationToken);

    public Task<ScorecardView> GetScorecardAsync(string name, int version, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Scorecard(name, version), Json.ScorecardView, cancellationToken);

    public Task<ScorecardView> CreateScorecardAsync(CreateScorecard wish, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Scorecards, wish, Json.CreateScorecard, Json.ScorecardView, cancellationToken);

    public Task<CardCheck> CheckScorecardAsync(string playbook, JsonObject card, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Scorecards + "/check", new CheckScorecard(playbook, card), Json.CheckScorecard, Json.CardCheck, cancellationToken);

    public Task<ScorecardView> SaveScorecardAsync(string name, int version, SaveScorecard save, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.Scorecard(name, version), save, Json.SaveScorecard, Json.ScorecardView, cancellationToken);

    public async Task DeleteScorecardAsync(string name, int version, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.Scorecard(name, version), null, cancellationToken).ConfigureAwait(false);
    }

    public Task<ScorecardList> PublishScorecardAsync(string name, int version, PublishScorecard wish, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Scorecard(name, version) + "/publish", wish, Json.PublishScorecard, Json.ScorecardList, cancellationToken);

    /// <summary>Takes a publication back.</summary>
    public Task<ScorecardList> WithdrawPublicationAsync(Guid id, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"{Routes.Scorecards}/publications/{id}/withdraw", new(), Json.PublishScorecard, Json.ScorecardList, cancellationToken);

    public Task<ShadowRun> StartShadowAsync(string name, int version, StartShadow wish, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Scorecard(name, version) + "/shadow", wish, Json.StartShadow, Json.ShadowRun, cancellationToken);

    public Task<ShadowRun> GetShadowAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.ShadowRun(id), Json.ShadowRun, cancellationToken);

    /// <summary>The latest shadow run of a version; refused with 404 where there is none.</summary>
    public Task<ShadowRun> GetLatestShadowAsync(string name, int version, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Scorecard(name, version) + "/shadow", Json.ShadowRun, cancellationToken);
}
