using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Core.HeatModels;
using Npgsql;

namespace LeadHeat.Tests.Api.HeatModels;

/// <summary>Models that nobody had to train: one tree that asks whether there is a phone number.</summary>
internal static class StoredModels
{
    public static async Task<Guid> AddAsync(RunningApp app, double without, double with)
    {
        var id = Guid.CreateVersion7();
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        await using var command = database.CreateCommand(
            """
            insert into heat_models (id, version, state, won, lost, constraints, document, author, created_at, finished_at)
            select $1, coalesce(max(version), 0) + 1, 'done', 40, 40, '{}', $2, 'Test', now(), now() from heat_models
            """);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(ByPhone(without, with), LeadHeatJson.Default.HeatModelDocument) });
        await command.ExecuteNonQueryAsync();
        return id;
    }

    private static HeatModelDocument ByPhone(double without, double with) => new(
        HeatModelDocument.CurrentFormat, [.. HeatFeatures.All.Select(feature => feature.Name)], new(new Dictionary<string, IReadOnlyList<string>>()),
        Forests.Of(HeatFeatures.Count, [Stump(HeatFeatures.HasPhone.Place, Logit(without), Logit(with))]).Element(), Calibration.None,
        new Dictionary<string, PastPlaces> { [""] = new(PastPlaces.Percentiles([0.1, 0.2, 0.8, 0.9]), []) });

    private static JsonObject Stump(int feature, double below, double above) => new()
    {
        ["left_children"] = new JsonArray(1, -1, -1), ["right_children"] = new JsonArray(2, -1, -1), ["split_indices"] = new JsonArray(feature, 0, 0),
        ["split_conditions"] = new JsonArray(0.5, below, above), ["default_left"] = new JsonArray(1, 0, 0), ["sum_hessian"] = new JsonArray(10, 5, 5),
        ["split_type"] = new JsonArray(0, 0, 0),
    };

    private static double Logit(double share) => Math.Round(Math.Log(share / (1 - share)), 6);
}
