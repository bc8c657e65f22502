using System.Globalization;
using System.Text.Json;

namespace LeadHeat.Core.HeatModels;

/// <summary>Reads the JSON that XGBoost saves, and refuses what it could not walk safely.</summary>
internal static class TreeReader
{
    private const int MostNodes = 4_000_000;
    private const int DeepestLeaf = 64;

    public static BoostedTrees Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement.GetProperty("learner"));
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new HeatModelException("The model's trees are damaged.", damaged);
        }
    }

    // {"learner":{"gradient_booster":{"model":{"trees":[…]},"name":"gbtree"},"learner_model_param":{"base_score":"5E-1","num_class":"0",
    // "num_feature":"15"},"objective":{"name":"binary:logistic"}},"version":[1,7,4]}
    private static BoostedTrees Read(JsonElement learner)
    {
        var booster = learner.GetProperty("gradient_booster");
        var sizes = learner.GetProperty("learner_model_param");
        if (booster.GetProperty("name").GetString() != "gbtree" || learner.GetProperty("objective").GetProperty("name").GetString() != "binary:logistic"
            || sizes.GetProperty("num_class").GetString() != "0")
            throw new HeatModelException("The model is no gradient-boosted trees for a yes-or-no outcome.");
        var features = int.Parse(sizes.GetProperty("num_feature").GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
        var share = float.Parse(sizes.GetProperty("base_score").GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (features is < 1 or > ushort.MaxValue || !(share is > 0 and < 1))
            throw new HeatModelException("The model's columns or its base score are out of bounds.");

        var forest = new Forest(features);
        foreach (var tree in booster.GetProperty("model").GetProperty("trees").EnumerateArray())
            forest.Add(tree);
        return forest.Finish(-MathF.Log((1f / share) - 1f));
    }

    private sealed class Forest(int features)
    {
        private readonly List<TreeNode> _nodes = [];
        private readonly List<float> _leaves = [];
        private readonly List<float> _covers = [];
        private readonly List<Tree> _trees = [];

        public BoostedTrees Finish(float baseMargin) => new(features, baseMargin, [.. _nodes], [.. _leaves], [.. _covers], [.. _trees]);

        public void Add(JsonElement tree)
        {
            var saved = new SavedTree(tree);
            var root = _nodes.Count;
            if (saved.Count == 0 || root + saved.Count > MostNodes)
                throw new HeatModelException("A tree of the model has no nodes, or the model has too many.");

            // Level by level, so that the children of a node stand side by side. Who comes twice would be a child of two.
            Queue<(int Saved, int Place, int Depth)> open = new([(0, Grow(1), 0)]);
            var (seen, depth) = (0, 0);
            while (open.TryDequeue(out var next))
            {
                if (++seen > saved.Count || next.Depth > DeepestLeaf)
                    throw new HeatModelException("The nodes of a tree go round in circles.");
                depth = Math.Max(depth, next.Depth);
                Place(saved, next, open);
            }

            _trees.Add(new(root, _nodes.Count - root, depth));
        }

        private void Place(SavedTree saved, (int Saved, int Place, int Depth) at, Queue<(int, int, int)> open)
        {
            var (left, right, value) = (saved.Left[at.Saved], saved.Right[at.Saved], saved.Values[at.Saved]);
            if (!float.IsFinite(value) || !(saved.Covers[at.Saved] > 0) || float.IsInfinity(saved.Covers[at.Saved]))
                throw new HeatModelException("A tree of the model holds what is no number.");
            _covers[at.Place] = saved.Covers[at.Saved];
            if (left == -1)
            {
                _nodes[at.Place] = new() { Split = float.NaN, Left = at.Place };
                _leaves[at.Place] = value;
                return;
            }

            if (left < 0 || left >= saved.Count || right < 0 || right >= saved.Count || saved.Features[at.Saved] is var feature && (feature < 0 || feature >= features))
                throw new HeatModelException("A node of the model points to a node or a column that is not there.");
            var first = Grow(2);
            _nodes[at.Place] = new() { Split = value, Left = first, Feature = (ushort)feature, MissingRight = (ushort)(saved.MissingLeft[at.Saved] ? 0 : 1) };
            open.Enqueue((left, first, at.Depth + 1));
            open.Enqueue((right, first + 1, at.Depth + 1));
        }

        private int Grow(int count)
        {
            var first = _nodes.Count;
            for (var added = 0; added < count; added++)
            {
                _nodes.Add(default);
                _leaves.Add(0);
                _covers.Add(0);
            }

            return first;
        }
    }

    private sealed class SavedTree
    {
        public SavedTree(JsonElement tree)
        {
            Left = [.. tree.GetProperty("left_children").EnumerateArray().Select(node => node.GetInt32())];
            Right = [.. tree.GetProperty("right_children").EnumerateArray().Select(node => node.GetInt32())];
            Features = [.. tree.GetProperty("split_indices").EnumerateArray().Select(node => node.GetInt32())];
            Values = [.. tree.GetProperty("split_conditions").EnumerateArray().Select(node => node.GetSingle())];
            Covers = [.. tree.GetProperty("sum_hessian").EnumerateArray().Select(node => node.GetSingle())];
            MissingLeft = [.. tree.GetProperty("default_left").EnumerateArray().Select(IsSet)];
            if (Right.Length != Count || Features.Length != Count || Values.Length != Count || Covers.Length != Count || MissingLeft.Length != Count)
                throw new HeatModelException("The nodes of a tree are not complete.");
            if (tree.GetProperty("split_type").EnumerateArray().Any(node => node.GetInt32() != 0))
                throw new HeatModelException("The model splits by categories, which it must not.");
        }

        public int Count => Left.Length;
        public int[] Left { get; }
        public int[] Right { get; }
        public int[] Features { get; }
        public float[] Values { get; }
        public float[] Covers { get; }
        public bool[] MissingLeft { get; }

        private static bool IsSet(JsonElement flag) => flag.ValueKind == JsonValueKind.Number ? flag.GetInt32() != 0 : flag.GetBoolean();
    }
}
