namespace LeadHeat.Core.HeatModels;

/// <summary>
/// What each feature adds to a row's sum, exactly, by the paths of the trees (Lundberg, Erion and Lee 2018): the contributions and the
/// bias add up to the margin.
/// </summary>
public static class TreeShap
{
    /// <summary>The contributions of a row by column, and the bias: the sum of a row of which nothing is known.</summary>
    public static double[] Contributions(BoostedTrees trees, ReadOnlySpan<float> row, out double bias)
    {
        var contributions = new double[trees.Features];
        bias = trees.BaseMargin;
        foreach (var tree in trees.Trees)
        {
            bias += Mean(trees, tree.Root);
            var path = new Step[(tree.Depth + 2) * (tree.Depth + 3) / 2];
            Descend(trees, row, contributions, tree.Root, path, 0, new(-1, 1, 1));
        }

        return contributions;
    }

    // A node's mean over the leads that it was grown from.
    private static double Mean(BoostedTrees trees, int at)
    {
        var node = trees.Nodes[at];
        if (node.Left == at)
            return trees.Leaves[at];
        var (left, right) = (trees.Covers[node.Left], trees.Covers[node.Left + 1]);
        return left + right > 0 ? ((Mean(trees, node.Left) * left) + (Mean(trees, node.Left + 1) * right)) / ((double)left + right) : 0;
    }

    /// <param name="space">Room for this path and, behind it, for the longer ones that begin with it.</param>
    /// <param name="depth">Steps on the path before this one.</param>
    private static void Descend(BoostedTrees trees, ReadOnlySpan<float> row, double[] contributions, int at, Span<Step> space, int depth, Step step)
    {
        var path = space[..(depth + 1)];
        Extend(path, step);
        var node = trees.Nodes[at];
        if (node.Left == at)
        {
            for (var each = 1; each <= depth; each++)
                contributions[path[each].Feature] += UnwoundSum(path, each) * (path[each].One - path[each].Zero) * trees.Leaves[at];
            return;
        }

        var value = row[node.Feature];
        var right = value >= node.Split || (!(value < node.Split) && node.MissingRight == 1) ? 1 : 0;
        var (hot, cold, cover) = (node.Left + right, node.Left + 1 - right, (double)trees.Covers[at]);
        var (zero, one) = (1.0, 1.0);
        for (var each = 1; each <= depth; each++)
        {
            if (path[each].Feature != node.Feature)
                continue;
            (zero, one) = (path[each].Zero, path[each].One);
            Unwind(path, each);
            depth--;
            break;
        }

        var begun = space[..(depth + 1)];
        foreach (var (child, taken) in ((int, double)[])[(hot, one), (cold, 0)])
        {
            var rest = space[(depth + 1)..];
            begun.CopyTo(rest);
            Descend(trees, row, contributions, child, rest, depth + 1, new(node.Feature, zero * trees.Covers[child] / cover, taken));
        }
    }

    private static void Extend(Span<Step> path, Step step)
    {
        var last = path.Length - 1;
        path[last] = step with { Weight = last == 0 ? 1 : 0 };
        for (var each = last - 1; each >= 0; each--)
        {
            path[each + 1].Weight += step.One * path[each].Weight * (each + 1) / (last + 1);
            path[each].Weight = step.Zero * path[each].Weight * (last - each) / (last + 1);
        }
    }

    private static void Unwind(Span<Step> path, int gone)
    {
        var last = path.Length - 1;
        var (one, zero, next) = (path[gone].One, path[gone].Zero, path[last].Weight);
        for (var each = last - 1; each >= 0; each--)
        {
            if (one != 0)
            {
                var before = path[each].Weight;
                path[each].Weight = next * (last + 1) / ((each + 1) * one);
                next = before - (path[each].Weight * zero * (last - each) / (last + 1));
            }
            else
            {
                path[each].Weight = path[each].Weight * (last + 1) / (zero * (last - each));
            }
        }

        for (var each = gone; each < last; each++)
            path[each] = path[each + 1] with { Weight = path[each].Weight };
    }

    private static double UnwoundSum(Span<Step> path, int gone)
    {
        var last = path.Length - 1;
        var (one, zero, next, total) = (path[gone].One, path[gone].Zero, path[last].Weight, 0.0);
        for (var each = last - 1; each >= 0; each--)
        {
            if (one != 0)
            {
                var part = next * (last + 1) / ((each + 1) * one);
                total += part;
                next = path[each].Weight - (part * zero * (last - each) / (last + 1));
            }
            else if (zero != 0)
            {
                total += path[each].Weight / zero / ((last - each) / (double)(last + 1));
            }
        }

        return total;
    }

    /// <summary>A feature on the path: the share of leads that go on without knowing it (zero) and with knowing it (one).</summary>
    private record struct Step(int Feature, double Zero, double One)
    {
        public double Weight;
    }
}
