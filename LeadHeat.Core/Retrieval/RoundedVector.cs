using System.Runtime.InteropServices;

namespace LeadHeat.Core.Retrieval;

/// <summary>A vector and, beside it, the same rounded to few bits a number: made once, however often a block is put together anew.</summary>
internal sealed class RoundedVector
{
    /// <summary>A row has 8 bits a number with a sign.</summary>
    private const int RowSteps = 127;

    /// <summary>A question has 7, so that two products fit 16 bits; this is added, so that it needs no sign.</summary>
    public const int QuestionSteps = 63;

    public RoundedVector(float[] exact)
    {
        Exact = exact;
        Numbers = new sbyte[exact.Length];
        (Scale, Lost, Length) = Round(exact, RowSteps, Numbers);
        foreach (var number in Numbers)
            Sum += number;
    }

    public float[] Exact { get; }

    /// <summary>What the numbers are, divided by <see cref="Scale"/>.</summary>
    public sbyte[] Numbers { get; }

    public float Scale { get; }

    /// <summary>The length of what rounding took away.</summary>
    public float Lost { get; }

    /// <summary>The length of what it left.</summary>
    public float Length { get; }

    /// <summary>The sum of the numbers.</summary>
    public int Sum { get; }

    /// <summary>Rounds a question: numbers from 1 to 127, of which <see cref="QuestionSteps"/> + 1 stands for 0.</summary>
    public static (float Scale, float Lost) Question(ReadOnlySpan<float> vector, Span<byte> numbers)
    {
        var signed = MemoryMarshal.Cast<byte, sbyte>(numbers);
        var (scale, lost, _) = Round(vector, QuestionSteps, signed);
        foreach (ref var number in signed)
            number += QuestionSteps + 1;
        return (scale, lost);
    }

    private static (float Scale, float Lost, float Length) Round(ReadOnlySpan<float> vector, int steps, Span<sbyte> rounded)
    {
        var most = 0f;
        foreach (var value in vector)
            most = Math.Max(most, Math.Abs(value));
        var scale = most > 0 ? most / steps : 1;
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
}
