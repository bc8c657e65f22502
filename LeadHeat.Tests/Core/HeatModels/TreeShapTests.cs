using System.Numerics;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Tests.Core.HeatModels;

public class TreeShapTests
{
    private const int Columns = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Contributions_are_shapley_values_and_add_up_to_the_margin(int seed)
    {
        var trees = Forests.Random(seed, Columns, trees: 6, depth: 6).Read();
        var random = new Random(seed + 100);
        for (var round = 0; round < 10; round++)
        {
            float[] row = [.. Enumerable.Range(0, Columns).Select(_ => random.Next(5) == 0 ? float.NaN : random.NextSingle())];

            var contributions = TreeShap.Contributions(trees, row, out var bias);

            for (var feature = 0; feature < Columns; feature++)
                Assert.Equal(Shapley(trees, row, feature), contributions[feature], 1e-9);
            Assert.Equal(trees.Margin(row), bias + contributions.Sum(), 1e-5);
        }
    }

    // By its definition: the mean gain over all sets of other features that may be known before.
    private static double Shapley(BoostedTrees trees, float[] row, int feature)
    {
        var sum = 0.0;
        for (var known = 0; known < 1 << Columns; known++)
        {
            if ((known & (1 << feature)) != 0)
                continue;
            var size = BitOperations.PopCount((uint)known);
            var weight = Factorial(size) * Factorial(Columns - size - 1) / Factorial(Columns);
            sum += weight * (Expected(trees, row, known | (1 << feature)) - Expected(trees, row, known));
        }

        return sum;
    }

    private static double Expected(BoostedTrees trees, float[] row, int known)
    {
        var sum = 0.0;
        foreach (var tree in trees.Trees)
            sum += Expected(trees, row, known, tree.Root);
        return sum;
    }

    private static double Expected(BoostedTrees trees, float[] row, int known, int at)
    {
        var node = trees.Nodes[at];
        if (node.Left == at)
            return trees.Leaves[at];
        var value = row[node.Feature];
        var right = float.IsNaN(value) ? node.MissingRight : value < node.Split ? 0 : 1;
        return (known & (1 << node.Feature)) != 0
            ? Expected(trees, row, known, node.Left + right)
            : ((Expected(trees, row, known, node.Left) * trees.Covers[node.Left]) + (Expected(trees, row, known, node.Left + 1) * trees.Covers[node.Left + 1]))
                / trees.Covers[at];
    }

    private static double Factorial(int number) => number < 2 ? 1 : number * Factorial(number - 1);
}
