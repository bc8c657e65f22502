using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Scoring;

/// <summary>A card for b2b that gives 20 points for each of e-mail and phone, and 60 by the heat model. Taken back at the end, and the model before with it.</summary>
internal sealed class ModelCard(RunningApp app, LeadHeatClient team, int version, Guid? modelBefore) : IAsyncDisposable
{
    public const string Name = "b2b-by-model";
    public const string Playbook = "b2b";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public int Version => version;

    /// <summary>A draft, for which no model speaks yet.</summary>
    public static async Task<ModelCard> DraftAsync(RunningApp app, LeadHeatClient team)
    {
        var before = (await team.GetHeatModelsAsync()).Models.FirstOrDefault(model => model.Active)?.Id;
        await SilenceAsync(app, team);
        var draft = await team.CreateScorecardAsync(new("b2b-fit", 1, Name));
        draft.Card["criteria"] = JsonNode.Parse(
            """
            [ { "id": "contact", "title": "Contact", "rule": "contact", "max": 40, "one": 20, "fill": "No way to reach them yet: ask" },
              { "id": "model", "title": "Model", "rule": "model_probability", "max": 60, "fill": "Train a model" } ]
            """);
        draft.Card.Remove("groups");
        await team.SaveScorecardAsync(Name, draft.Summary.Version, new(draft.Card));
        return new(app, team, draft.Summary.Version, before);
    }

    public static async Task<ModelCard> PublishedAsync(RunningApp app, LeadHeatClient team)
    {
        var card = await DraftAsync(app, team);
        await card.PublishAsync();
        return card;
    }

    public async Task PublishAsync()
    {
        await team.PublishScorecardAsync(Name, version, new());
        await AppliedAsync(Name);
    }

    public async ValueTask DisposeAsync()
    {
        var published = (await team.GetScorecardsAsync()).Publications.FirstOrDefault(known => known.Card == Name && known.Version == version && known.WithdrawnAt is null);
        if (published is not null)
        {
            await team.WithdrawPublicationAsync(published.Id);
            await AppliedAsync("b2b-fit");
        }
        await SilenceAsync(app, team);
        await Psql.RunAsync(app, "delete from heat_models where author = 'Test'");
        if (modelBefore is { } id)
            await team.ActivateHeatModelAsync(id);
    }

    private static async Task SilenceAsync(RunningApp app, LeadHeatClient team)
    {
        await Psql.RunAsync(app, "update heat_models set active = false where active");
        await Eventually.TrueAsync(async () => (await team.ScoreAsync(new ScoreBatch([new(null, Playbook, new())]))).Model is null, Patience, () => "no model any more");
    }

    private Task AppliedAsync(string name) => Eventually.TrueAsync(
        async () => (await team.GetScorecardsAsync()).Publications.Any(known => known is { IsNow: true, AppliedAt: not null } && known.Card == name), Patience,
        () => $"{name} applied{app.Log("api")}");
}
