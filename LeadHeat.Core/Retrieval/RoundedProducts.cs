using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// The products of a rounded question with four rounded rows at once, as wide as the processor goes. A question's numbers have no sign and are at most
/// 127, a row's are at least -127: two products fit 16 bits, so that vpmaddubsw loses nothing.
/// </summary>
internal static class RoundedProducts
{
    /// <summary>How many rows are multiplied at once.</summary>
    public const int Rows = 4;

    public static Vector128<int> Of(ReadOnlySpan<byte> question, ref sbyte a, ref sbyte b, ref sbyte c, ref sbyte d)
    {
        if (Avx512BW.IsSupported)
            return Of512(question, ref a, ref b, ref c, ref d);
        return Avx2.IsSupported ? Of256(question, ref a, ref b, ref c, ref d) : Plain(question, ref a, ref b, ref c, ref d);
    }

    internal static Vector128<int> Of512(ReadOnlySpan<byte> question, ref sbyte a, ref sbyte b, ref sbyte c, ref sbyte d)
    {
        ref var start = ref MemoryMarshal.GetReference(question);
        var ones = Vector512.Create((short)1);
        var (sumA, sumB, sumC, sumD) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        for (nuint at = 0; at < (nuint)question.Length; at += (nuint)Vector512<byte>.Count)
        {
            var q = Vector512.LoadUnsafe(ref start, at);
            sumA += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(q, Vector512.LoadUnsafe(ref a, at)), ones);
            sumB += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(q, Vector512.LoadUnsafe(ref b, at)), ones);
            sumC += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(q, Vector512.LoadUnsafe(ref c, at)), ones);
            sumD += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(q, Vector512.LoadUnsafe(ref d, at)), ones);
        }

        return Sums(sumA.GetLower() + sumA.GetUpper(), sumB.GetLower() + sumB.GetUpper(), sumC.GetLower() + sumC.GetUpper(), sumD.GetLower() + sumD.GetUpper());
    }

    internal static Vector128<int> Of256(ReadOnlySpan<byte> question, ref sbyte a, ref sbyte b, ref sbyte c, ref sbyte d)
    {
        ref var start = ref MemoryMarshal.GetReference(question);
        var ones = Vector256.Create((short)1);
        var (sumA, sumB, sumC, sumD) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint at = 0; at < (nuint)question.Length; at += (nuint)Vector256<byte>.Count)
        {
            var q = Vector256.LoadUnsafe(ref start, at);
            sumA += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(q, Vector256.LoadUnsafe(ref a, at)), ones);
            sumB += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(q, Vector256.LoadUnsafe(ref b, at)), ones);
            sumC += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(q, Vector256.LoadUnsafe(ref c, at)), ones);
            sumD += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(q, Vector256.LoadUnsafe(ref d, at)), ones);
        }

        return Sums(sumA, sumB, sumC, sumD);
    }

    internal static Vector128<int> Plain(ReadOnlySpan<byte> question, ref sbyte a, ref sbyte b, ref sbyte c, ref sbyte d) =>
        Vector128.Create(Plain(question, ref a), Plain(question, ref b), Plain(question, ref c), Plain(question, ref d));

    private static int Plain(ReadOnlySpan<byte> question, ref sbyte row)
    {
        // At most 127: the same numbers with a sign.
        ref var start = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(question));
        var sum = Vector<int>.Zero;
        for (nuint at = 0; at < (nuint)question.Length; at += (nuint)Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref row, at), out var x1, out var x2);
            Vector.Widen(Vector.LoadUnsafe(ref start, at), out var q1, out var q2);
            Vector.Widen((x1 * q1) + (x2 * q2), out var low, out var high);
            sum += low + high;
        }

        return Vector.Sum(sum);
    }

    private static Vector128<int> Sums(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d) => Ssse3.HorizontalAdd(
        Ssse3.HorizontalAdd(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper()), Ssse3.HorizontalAdd(c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper()));
}
