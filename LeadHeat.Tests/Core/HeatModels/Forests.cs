using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Tests.Core.HeatModels;

/// <summary>Trees in the JSON that XGBoost saves.</summary>
internal static class Forests
{
    /// <summary>Trees that a seed decides.</summary>
    public static JsonObject Random(int seed, int columns, int trees, int depth)
    {
        var random = new Random(seed);
        return Of(columns, [.. Enumerable.Range(0, trees).Select(_ => Tree(random, columns, depth))]);
    }

    public static byte[] Bytes(this JsonObject model) => Encoding.UTF8.GetBytes(model.ToJsonString());

    public static BoostedTrees Read(this JsonObject model) => BoostedTrees.Read(model.Bytes());

    public static JsonElement Element(this JsonObject model) => JsonDocument.Parse(model.Bytes()).RootElement.Clone();

    public static JsonObject Of(int columns, JsonObject[] trees) => new()
    {
        ["learner"] = new JsonObject
        {
            ["gradient_booster"] = new JsonObject { ["model"] = new JsonObject { ["trees"] = new JsonArray([.. trees]) }, ["name"] = "gbtree" },
            ["learner_model_param"] = new JsonObject { ["base_score"] = "5E-1", ["num_class"] = "0", ["num_feature"] = $"{columns}" },
            ["objective"] = new JsonObject { ["name"] = "binary:logistic" },
        },
        ["version"] = new JsonArray(1, 7, 4),
    };

    public static JsonObject Tree(Random random, int columns, int depth)
    {
        List<(int Left, int Right, int Feature, float Value, bool MissingLeft, float Cover)> nodes = [];
        int Grow(int left, float cover)
        {
            var at = nodes.Count;
            nodes.Add((-1, -1, 0, (float)((random.NextDouble() - 0.5) * 0.6), false, cover));
            if (left == 0 || random.Next(6) == 0)
                return at;
            var share = 0.1f + (0.8f * random.NextSingle());
            var split = (random.Next(columns), random.NextSingle(), random.Next(2) == 0);
            var (first, second) = (Grow(left - 1, cover * share), Grow(left - 1, cover * (1 - share)));
            nodes[at] = (first, second, split.Item1, split.Item2, split.Item3, cover);
            return at;
        }

        Grow(depth, 100);
        JsonArray All<T>(Func<(int Left, int Right, int Feature, float Value, bool MissingLeft, float Cover), T> part) => [.. nodes.Select(node => (JsonNode?)JsonValue.Create(part(node)))];
        return new()
        {
            ["left_children"] = All(node => node.Left), ["right_children"] = All(node => node.Right), ["split_indices"] = All(node => node.Feature),
            ["split_conditions"] = All(node => node.Value), ["default_left"] = All(node => node.MissingLeft ? 1 : 0),
            ["sum_hessian"] = All(node => node.Cover), ["split_type"] = All(_ => 0),
        };
    }
}
