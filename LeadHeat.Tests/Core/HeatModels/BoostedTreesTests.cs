using System.Text;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Tests.Core.HeatModels;

public class BoostedTreesTests
{
    [Fact]
    public void A_row_walks_left_below_the_split_and_a_missing_value_its_own_way()
    {
        var trees = Forests.Of(2, [Stump(feature: 1, split: 3, left: -0.5f, right: 0.25f, missingLeft: true), Stump(1, 5, 0.125f, 1, missingLeft: false)]).Read();

        Assert.Equal(-0.375f, trees.Margin([0, 2.9f]));
        Assert.Equal(0.375f, trees.Margin([0, 3]));
        Assert.Equal(0.5f, trees.Margin([0, float.NaN]));
    }

    [Fact]
    public void Rows_side_by_side_get_what_each_gets_alone()
    {
        var trees = Forests.Random(seed: 3, columns: 5, trees: 40, depth: 6).Read();
        var random = new Random(4);
        float[] rows = [.. Enumerable.Range(0, 203 * 5).Select(_ => random.Next(8) == 0 ? float.NaN : random.NextSingle())];
        var sums = new float[203];

        trees.Margins(rows, sums);

        Assert.Equal(Enumerable.Range(0, 203).Select(row => trees.Margin(rows.AsSpan(row * 5, 5))), sums);
    }

    [Fact]
    public void Leaves_are_summed_in_the_order_of_the_trees_as_xgboost_does()
    {
        JsonObject[] leaves = [Leaf(1e8f), Leaf(1), Leaf(-1e8f)];

        var margin = Forests.Of(1, leaves).Read().Margin([0]);

        Assert.Equal((1e8f + 1f) - 1e8f, margin);
        Assert.Equal(0.5f, BoostedTrees.Probability(0));
    }

    public static readonly TheoryData<string, Action<JsonObject>> Damages = new()
    {
        { "damaged", model => model.Remove("learner") },
        { "no gradient-boosted trees", model => model["learner"]!["objective"]!["name"] = "reg:squarederror" },
        { "out of bounds", model => model["learner"]!["learner_model_param"]!["base_score"] = "2" },
        { "out of bounds", model => model["learner"]!["learner_model_param"]!["base_score"] = "NaN" },
        { "damaged", model => model["learner"]!["learner_model_param"]!["num_feature"] = "many" },
        { "circles", model => First(model)["left_children"]![0] = 0 },
        { "not there", model => First(model)["right_children"]![0] = 99 },
        { "not there", model => First(model)["split_indices"]![0] = 7 },
        { "not there", model => First(model)["split_indices"]![0] = -1 },
        { "not complete", model => First(model)["sum_hessian"]!.AsArray().RemoveAt(0) },
        { "no number", model => First(model)["sum_hessian"]![0] = 0 },
        { "damaged", model => First(model)["split_conditions"]![0] = "x" },
        { "categories", model => First(model)["split_type"]![0] = 1 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damaged_trees_are_refused(string why, Action<JsonObject> damage)
    {
        var model = Forests.Of(2, [Stump(1, 3, -0.5f, 0.25f, missingLeft: true)]);
        damage(model);

        Assert.Contains(why, Assert.Throws<HeatModelException>(() => model.Read()).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"learner":{"gradient_booster":{}}}""")]
    public void What_is_no_model_is_refused(string json) =>
        Assert.Throws<HeatModelException>(() => BoostedTrees.Read(Encoding.UTF8.GetBytes(json)));

    private static JsonObject First(JsonObject model) => model["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!.AsObject();

    private static JsonObject Leaf(float value) => Saved([-1], [-1], [0], [value], [0], [10]);

    private static JsonObject Stump(int feature, float split, float left, float right, bool missingLeft) =>
        Saved([1, -1, -1], [2, -1, -1], [feature, 0, 0], [split, left, right], [missingLeft ? 1 : 0, 0, 0], [10, 4, 6]);

    private static JsonObject Saved(int[] left, int[] right, int[] features, float[] values, int[] missingLeft, float[] covers) => new()
    {
        ["left_children"] = Array(left), ["right_children"] = Array(right), ["split_indices"] = Array(features), ["split_conditions"] = Array(values),
        ["default_left"] = Array(missingLeft), ["sum_hessian"] = Array(covers), ["split_type"] = Array(left.Select(_ => 0)),
    };

    private static JsonArray Array<T>(IEnumerable<T> values) => [.. values.Select(value => (JsonNode?)JsonValue.Create(value))];
}
