using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeadHeat.Core.HeatModels;

/// <summary>
/// XGBoost's gradient-boosted trees for a yes-or-no outcome, and their predictions to the bit: leaves are summed as 32-bit floats in the order
/// of the trees, beginning with the base score, and made a probability by XGBoost's own formula.
/// </summary>
public sealed class BoostedTrees
{
    // Rows that walk a tree side by side: the steps of one wait for memory while those of the others are taken.
    private const int Abreast = 8;

    // Rows that a tree is applied to before the next one: they and the tree stay in the nearest cache.
    private const int Block = 64;

    private readonly TreeNode[] _nodes;
    private readonly float[] _leaves;
    private readonly Tree[] _trees;

    internal BoostedTrees(int features, float baseMargin, TreeNode[] nodes, float[] leaves, float[] covers, Tree[] trees)
    {
        (Features, BaseMargin, _nodes, _leaves, Covers, _trees) = (features, baseMargin, nodes, leaves, covers, trees);
    }

    /// <summary>Columns of a row.</summary>
    public int Features { get; }

    /// <summary>How many trees there are.</summary>
    public int Count => _trees.Length;

    /// <summary>The sum that every row begins with.</summary>
    public float BaseMargin { get; }

    internal ReadOnlySpan<TreeNode> Nodes => _nodes;
    internal ReadOnlySpan<float> Leaves => _leaves;
    internal float[] Covers { get; }
    internal ReadOnlySpan<Tree> Trees => _trees;

    /// <summary>Reads the JSON that XGBoost saves.</summary>
    /// <exception cref="HeatModelException">It is damaged, or of another kind.</exception>
    public static BoostedTrees Read(ReadOnlyMemory<byte> json) => TreeReader.Read(json);

    /// <summary>A row's sum of leaves, before it becomes a probability.</summary>
    public float Margin(ReadOnlySpan<float> row)
    {
        CheckColumns(row.Length, 1);
        Span<float> sum = stackalloc float[1];
        Margins(row, sum);
        return sum[0];
    }

    /// <summary>The sums of rows that stand one after the other.</summary>
    public void Margins(ReadOnlySpan<float> rows, Span<float> sums)
    {
        CheckColumns(rows.Length, sums.Length);
        sums.Fill(BaseMargin);
        for (var from = 0; from < sums.Length; from += Block)
        {
            var block = sums.Slice(from, Math.Min(Block, sums.Length - from));
            var values = rows.Slice(from * Features, block.Length * Features);
            foreach (var tree in _trees)
                Add(tree, values, block);
        }
    }

    /// <summary>The probability of a sum, as XGBoost computes it.</summary>
    public static float Probability(float margin) => 1f / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1f + 1e-16f);

    private void CheckColumns(int values, int rows)
    {
        if (values != rows * Features)
            throw new ArgumentException($"The model has {Features} columns.");
    }

    private void Add(Tree tree, ReadOnlySpan<float> rows, Span<float> sums)
    {
        var at = 0;
        for (; at + Abreast <= sums.Length; at += Abreast)
            AddAbreast(tree, rows.Slice(at * Features, Abreast * Features), sums.Slice(at, Abreast));
        for (; at < sums.Length; at++)
            sums[at] += _leaves[Walk(tree, rows.Slice(at * Features, Features))];
    }

    private int Walk(Tree tree, ReadOnlySpan<float> row)
    {
        var at = tree.Root;
        for (var step = 0; step < tree.Depth; step++)
            at = Next(ref MemoryMarshal.GetArrayDataReference(_nodes), at, ref MemoryMarshal.GetReference(row));
        return at;
    }

    private void AddAbreast(Tree tree, ReadOnlySpan<float> rows, Span<float> sums)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var r0 = ref MemoryMarshal.GetReference(rows);
        ref var r1 = ref Unsafe.Add(ref r0, Features);
        ref var r2 = ref Unsafe.Add(ref r1, Features);
        ref var r3 = ref Unsafe.Add(ref r2, Features);
        ref var r4 = ref Unsafe.Add(ref r3, Features);
        ref var r5 = ref Unsafe.Add(ref r4, Features);
        ref var r6 = ref Unsafe.Add(ref r5, Features);
        ref var r7 = ref Unsafe.Add(ref r6, Features);
        int a0 = tree.Root, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        for (var step = 0; step < tree.Depth; step++)
        {
            a0 = Next(ref nodes, a0, ref r0);
            a1 = Next(ref nodes, a1, ref r1);
            a2 = Next(ref nodes, a2, ref r2);
            a3 = Next(ref nodes, a3, ref r3);
            a4 = Next(ref nodes, a4, ref r4);
            a5 = Next(ref nodes, a5, ref r5);
            a6 = Next(ref nodes, a6, ref r6);
            a7 = Next(ref nodes, a7, ref r7);
        }

        var leaves = _leaves.AsSpan();
        sums[0] += leaves[a0];
        sums[1] += leaves[a1];
        sums[2] += leaves[a2];
        sums[3] += leaves[a3];
        sums[4] += leaves[a4];
        sums[5] += leaves[a5];
        sums[6] += leaves[a6];
        sums[7] += leaves[a7];
    }

    // The reader has checked every node and column, so nothing here is looked at twice. Neither comparison holds for what is not a number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref TreeNode nodes, int at, ref float row)
    {
        ref var node = ref Unsafe.Add(ref nodes, at);
        var value = Unsafe.Add(ref row, node.Feature);
        var right = value >= node.Split ? 1 : 0;
        var left = value < node.Split ? 1 : 0;
        return node.Left + (right | (node.MissingRight & ~(left | right)));
    }
}
