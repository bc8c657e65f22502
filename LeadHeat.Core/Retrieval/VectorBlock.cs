using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Finds the vectors nearest to one, exactly. A first pass reads every vector in 8 bits a number, a quarter of the memory, and memory is what
/// limits it; a second pass judges in full precision all that could be among the nearest: by the Cauchy–Schwarz inequality, with what rounding took away,
/// <code>|x·q − x̂·q̂| ≤ |x − x̂|·|q| + |x̂|·|q − q̂|</code>
/// so that nothing that belongs to the nearest is ever lost.
/// </summary>
public sealed class VectorBlock
{
    private const float Steps = 127;

    private readonly float[] _exact;
    private readonly sbyte[] _rounded;
    private readonly float[] _scales;

    // The most that any vector lost by rounding, and the longest that one became.
    private readonly float _lost;
    private readonly float _longest;

    /// <param name="vectors">All of one length, which is a multiple of 64; each is of length 1, or all 0.</param>
    public VectorBlock(IReadOnlyList<float[]> vectors, int dimensions)
    {
        if (dimensions % 64 != 0)
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "A vector's length has to be a multiple of 64.");
        (Count, Dimensions) = (vectors.Count, dimensions);
        _exact = GC.AllocateUninitializedArray<float>(Count * dimensions, pinned: true);
        _rounded = GC.AllocateUninitializedArray<sbyte>(Count * dimensions, pinned: true);
        _scales = new float[Count];
        for (var row = 0; row < Count; row++)
        {
            if (vectors[row].Length != dimensions)
                throw new ArgumentException($"A vector of length {vectors[row].Length} does not go with vectors of length {dimensions}.", nameof(vectors));
            vectors[row].CopyTo(_exact, row * dimensions);
            var (scale, lost, length) = Round(Exact(row), _rounded.AsSpan(row * dimensions, dimensions));
            _scales[row] = scale;
            (_lost, _longest) = (Math.Max(_lost, lost), Math.Max(_longest, length));
        }
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>A row's cosine with a vector of length 1.</summary>
    public float Cosine(int row, ReadOnlySpan<float> vector) => Vectors.Dot(Exact(row), vector);

    /// <summary>The nearest rows, nearest first; of equally near ones the first.</summary>
    /// <param name="allowed">One byte a row, 0 where it may not be found; empty when all may.</param>
    public IReadOnlyList<Near> Nearest(ReadOnlySpan<float> vector, int count, ReadOnlySpan<byte> allowed)
    {
        Span<sbyte> rounded = stackalloc sbyte[Dimensions];
        var (scale, lost, _) = Round(vector, rounded);
        var rough = System.Buffers.ArrayPool<float>.Shared.Rent(Count);
        var roughly = rough.AsSpan(0, Count);
        Scan(rounded, scale, roughly);
        for (var row = 0; row < allowed.Length; row++)
        {
            if (allowed[row] == 0)
                roughly[row] = float.NegativeInfinity;
        }

        var doubt = (_lost * MathF.Sqrt(Vectors.Dot(vector, vector))) + (_longest * lost) + 1e-5f;
        var found = Judge(vector, roughly, KthLargest(roughly, count) - (2 * doubt), count);
        System.Buffers.ArrayPool<float>.Shared.Return(rough);
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

    private ReadOnlySpan<float> Exact(int row) => _exact.AsSpan(row * Dimensions, Dimensions);

    private List<Near> Judge(ReadOnlySpan<float> vector, ReadOnlySpan<float> rough, float least, int count)
    {
        var best = new TopList(count);
        for (var row = 0; row < rough.Length; row++)
        {
            if (rough[row] >= least && !float.IsNegativeInfinity(rough[row]))
                best.Offer(row, Cosine(row, vector));
        }

        return best.Sorted();
    }

    private static float KthLargest(ReadOnlySpan<float> values, int count)
    {
        var best = new TopList(count);
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] > best.Least)
                best.Offer(row, values[row]);
        }

        return best.Least;
    }

    private static (float Scale, float Lost, float Length) Round(ReadOnlySpan<float> vector, Span<sbyte> rounded)
    {
        var most = 0f;
        foreach (var value in vector)
            most = Math.Max(most, Math.Abs(value));
        var scale = most > 0 ? most / Steps : 1;
        var (lost, length) = (0f, 0f);
        for (var at = 0; at < vector.Length; at++)
        {
            rounded[at] = (sbyte)MathF.Round(vector[at] / scale);
            var back = rounded[at] * scale;
            lost += (vector[at] - back) * (vector[at] - back);
            length += back * back;
        }

        return (scale, MathF.Sqrt(lost), MathF.Sqrt(length));
    }

    private void Scan(ReadOnlySpan<sbyte> query, float scale, Span<float> scores)
    {
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rounded);
        for (var row = 0; row < scores.Length; row++)
        {
            ref var x = ref Unsafe.Add(ref rows, (nint)row * Dimensions);
            var sum = Avx512BW.IsSupported ? Sum512(ref x, ref q, Dimensions) : Avx2.IsSupported ? Sum256(ref x, ref q, Dimensions) : SumPlain(ref x, ref q, Dimensions);
            scores[row] = sum * scale * _scales[row];
        }
    }

    // vpmaddubsw multiplies bytes without a sign by bytes with one: the row gives its amounts, and its signs to the query. Two products of
    // at most 127 · 127 fit 16 bits.
    private static int Sum512(ref sbyte row, ref sbyte query, int count)
    {
        var (sum, ones) = (Vector512<int>.Zero, Vector512.Create((short)1));
        for (var at = 0; at < count; at += Vector512<sbyte>.Count)
        {
            var (x, q) = (Vector512.LoadUnsafe(ref row, (nuint)at), Vector512.LoadUnsafe(ref query, (nuint)at));
            var signed = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<sbyte>.Zero), -q, q);
            sum += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(Avx512BW.Abs(x), signed), ones);
        }

        return Vector512.Sum(sum);
    }

    private static int Sum256(ref sbyte row, ref sbyte query, int count)
    {
        var (sum, ones) = (Vector256<int>.Zero, Vector256.Create((short)1));
        for (var at = 0; at < count; at += Vector256<sbyte>.Count)
        {
            var (x, q) = (Vector256.LoadUnsafe(ref row, (nuint)at), Vector256.LoadUnsafe(ref query, (nuint)at));
            sum += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Avx2.Abs(x), Avx2.Sign(q, x)), ones);
        }

        return Vector256.Sum(sum);
    }

    private static int SumPlain(ref sbyte row, ref sbyte query, int count)
    {
        var sum = Vector<int>.Zero;
        for (var at = 0; at < count; at += Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref row, (nuint)at), out var x1, out var x2);
            Vector.Widen(Vector.LoadUnsafe(ref query, (nuint)at), out var q1, out var q2);
            // Two products of 127 · 127 fit 16 bits.
            Vector.Widen((x1 * q1) + (x2 * q2), out var low, out var high);
            sum += low + high;
        }

        return Vector.Sum(sum);
    }
}

/// <summary>A vector that is near, with its cosine.</summary>
public readonly record struct Near(int Row, float Cosine);
