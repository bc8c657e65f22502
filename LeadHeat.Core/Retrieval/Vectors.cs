using System.Numerics;
using System.Runtime.InteropServices;

namespace LeadHeat.Core.Retrieval;

/// <summary>Sums over vectors, as many numbers at once as the processor takes.</summary>
internal static class Vectors
{
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : unmanaged, INumber<T>
    {
        var left = MemoryMarshal.Cast<T, Vector<T>>(a);
        var right = MemoryMarshal.Cast<T, Vector<T>>(b);
        var (first, second) = (Vector<T>.Zero, Vector<T>.Zero);
        var at = 0;
        // Two sums, so that the next product need not wait for the last.
        for (; at + 1 < left.Length; at += 2)
        {
            first += left[at] * right[at];
            second += left[at + 1] * right[at + 1];
        }

        if (at < left.Length)
            first += left[at] * right[at];
        var sum = Vector.Sum(first + second);
        for (at = left.Length * Vector<T>.Count; at < a.Length; at++)
            sum += a[at] * b[at];
        return sum;
    }

    /// <summary>Of numbers from -127 on: two products fit 16 bits.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var left = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(a);
        var right = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(b);
        var sums = Vector<int>.Zero;
        for (var at = 0; at < left.Length; at++)
        {
            Vector.Widen(left[at], out var l1, out var l2);
            Vector.Widen(right[at], out var r1, out var r2);
            Vector.Widen((l1 * r1) + (l2 * r2), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (var at = left.Length * Vector<sbyte>.Count; at < a.Length; at++)
            sum += a[at] * b[at];
        return sum;
    }

    /// <summary>target += factor × other.</summary>
    public static void Add<T>(Span<T> target, T factor, ReadOnlySpan<T> other) where T : unmanaged, INumber<T>
    {
        var left = MemoryMarshal.Cast<T, Vector<T>>(target);
        var right = MemoryMarshal.Cast<T, Vector<T>>(other);
        for (var at = 0; at < left.Length; at++)
            left[at] += right[at] * factor;
        for (var at = left.Length * Vector<T>.Count; at < target.Length; at++)
            target[at] += other[at] * factor;
    }

    /// <summary>target += factor × other.</summary>
    public static void Add(Span<float> target, float factor, ReadOnlySpan<sbyte> other)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(target);
        var right = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other);
        for (var at = 0; at < right.Length; at++)
        {
            Vector.Widen(right[at], out var first, out var last);
            Vector.Widen(first, out var a, out var b);
            Vector.Widen(last, out var c, out var d);
            var four = left.Slice(at * 4, 4);
            four[0] += Vector.ConvertToSingle(a) * factor;
            four[1] += Vector.ConvertToSingle(b) * factor;
            four[2] += Vector.ConvertToSingle(c) * factor;
            four[3] += Vector.ConvertToSingle(d) * factor;
        }

        for (var at = right.Length * Vector<sbyte>.Count; at < target.Length; at++)
            target[at] += other[at] * factor;
    }

    public static void Scale(Span<double> target, double factor)
    {
        foreach (ref var value in target)
            value *= factor;
    }

    /// <summary>Makes a vector's length 1; one of nothing stays nothing.</summary>
    public static void MakeUnit(Span<float> vector)
    {
        var length = MathF.Sqrt(Dot<float>(vector, vector));
        if (length < 1e-9f)
            return;
        foreach (ref var value in vector)
            value /= length;
    }
}
