using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Finds the vectors nearest to one, exactly. A first pass reads every vector in 8 bits a number, a quarter of the memory, and memory is what
/// limits it; a second pass judges in full precision all that could be among the nearest. By the Cauchy–Schwarz inequality, with what rounding took away,
/// <code>|x·q − x̂·q̂| ≤ |x − x̂|·|q| + |x̂|·|q − q̂| = doubt</code>
/// and so many rows as are wanted have at least a cosine c, so a row that has x̂·q̂ &lt; c − doubt is not among the nearest: nothing is ever lost.
/// </summary>
public sealed class VectorBlock
{
    // From here on, two cores read more in the same time than one, and by more than it costs to wake the second.
    private const int ManyRows = 32_768;

    private readonly RoundedVector[] _vectors;
    private readonly sbyte[] _rounded;
    private readonly float[] _scales;
    private readonly float[] _shifts;

    // The most that any vector lost by rounding, and the longest that one became.
    private readonly float _lost;
    private readonly float _longest;

    /// <param name="vectors">All of one length, which is a multiple of 64; each is of length 1, or all 0.</param>
    public VectorBlock(IReadOnlyList<float[]> vectors, int dimensions)
        : this([.. vectors.Select(vector => new RoundedVector(vector))], dimensions)
    {
    }

    internal VectorBlock(RoundedVector[] vectors, int dimensions)
    {
        if (dimensions % 64 != 0)
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "A vector's length has to be a multiple of 64.");
        (_vectors, Dimensions) = (vectors, dimensions);
        _rounded = GC.AllocateUninitializedArray<sbyte>(Count * dimensions, pinned: true);
        (_scales, _shifts) = (new float[Count], new float[Count]);
        for (var row = 0; row < Count; row++)
        {
            var vector = vectors[row];
            if (vector.Exact.Length != dimensions)
                throw new ArgumentException($"A vector of length {vector.Exact.Length} does not go with vectors of length {dimensions}.", nameof(vectors));
            vector.Numbers.CopyTo(_rounded, row * dimensions);
            (_scales[row], _shifts[row]) = (vector.Scale, vector.Sum * (RoundedVector.QuestionSteps + 1));
            (_lost, _longest) = (Math.Max(_lost, vector.Lost), Math.Max(_longest, vector.Length));
        }
    }

    public int Count => _vectors.Length;

    public int Dimensions { get; }

    /// <summary>A row's cosine with a vector of length 1.</summary>
    public float Cosine(int row, ReadOnlySpan<float> vector) => Vectors.Dot(_vectors[row].Exact, vector);

    /// <summary>The nearest rows, nearest first; of equally near ones the first.</summary>
    public IReadOnlyList<Near> Nearest(ReadOnlySpan<float> vector, int count) => Nearest(vector, count, null, Count);

    /// <summary>The nearest of some rows alone; the others are not looked at.</summary>
    /// <param name="rows">Their numbers, rising; null for all.</param>
    /// <param name="length">How many of the numbers count.</param>
    internal List<Near> Nearest(ReadOnlySpan<float> vector, int count, int[]? rows, int length)
    {
        var question = ArrayPool<byte>.Shared.Rent(Dimensions);
        var rough = ArrayPool<float>.Shared.Rent(length);
        var (scale, lost) = RoundedVector.Question(vector, question.AsSpan(0, Dimensions));
        if (length < ManyRows || Environment.ProcessorCount == 1)
            Scan(question, scale, rows, rough, 0, length);
        else
            Parallel.Invoke(() => Scan(question, scale, rows, rough, 0, length / 2), () => Scan(question, scale, rows, rough, length / 2, length));
        var doubt = (_lost * MathF.Sqrt(Vectors.Dot(vector, vector))) + (_longest * lost) + 1e-5f;
        var found = Judge(vector, rough.AsSpan(0, length), doubt, count, rows);
        ArrayPool<byte>.Shared.Return(question);
        ArrayPool<float>.Shared.Return(rough);
        return found;
    }

    /// <summary>The same in full precision alone; for comparison.</summary>
    public IReadOnlyList<Near> NearestInFullPrecision(ReadOnlySpan<float> vector, int count)
    {
        var best = new TopList(count);
        for (var row = 0; row < Count; row++)
            best.Offer(row, Cosine(row, vector));
        return best.Sorted();
    }

    private List<Near> Judge(ReadOnlySpan<float> vector, ReadOnlySpan<float> rough, float doubt, int count, int[]? rows)
    {
        var roughly = new TopList(count);
        roughly.OfferAll(rough, float.NegativeInfinity);
        var first = roughly.Sorted();
        var least = first.Count < count ? float.NegativeInfinity : float.PositiveInfinity;
        foreach (var near in first)
            least = Math.Min(least, Cosine(rows?[near.Row] ?? near.Row, vector));
        var best = new TopList(count);
        for (var at = 0; at < rough.Length; at++)
        {
            if (at + Vector<float>.Count <= rough.Length && !Vector.GreaterThanOrEqualAny(new Vector<float>(rough[at..]), new Vector<float>(least - doubt)))
                at += Vector<float>.Count - 1;
            else if (rough[at] >= least - doubt)
                best.Offer(rows?[at] ?? at, Cosine(rows?[at] ?? at, vector));
            least = Math.Max(least, best.Least);
        }

        return best.Sorted();
    }

    private void Scan(byte[] question, float scale, int[]? rows, float[] rough, int from, int to)
    {
        var numbers = question.AsSpan(0, Dimensions);
        Span<int> tile = stackalloc int[RoundedProducts.Rows];
        ref var start = ref MemoryMarshal.GetArrayDataReference(_rounded);
        for (; from < to; from += RoundedProducts.Rows)
        {
            // The last rows are taken more than once where they are fewer.
            for (var at = 0; at < tile.Length; at++)
                tile[at] = rows is null ? Math.Min(from + at, to - 1) : rows[Math.Min(from + at, to - 1)];
            var sums = RoundedProducts.Of(
                numbers, ref At(ref start, tile[0]), ref At(ref start, tile[1]), ref At(ref start, tile[2]), ref At(ref start, tile[3]));
            for (var at = 0; at < tile.Length && from + at < to; at++)
                rough[from + at] = (sums.GetElement(at) - _shifts[tile[at]]) * scale * _scales[tile[at]];
        }
    }

    private ref sbyte At(ref sbyte start, int row) => ref Unsafe.Add(ref start, (nint)row * Dimensions);
}

/// <summary>A vector that is near, with its cosine.</summary>
public readonly record struct Near(int Row, float Cosine);
