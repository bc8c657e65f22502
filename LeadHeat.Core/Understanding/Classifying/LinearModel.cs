using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Multinomial logistic regression over hashed features: a row of weights for each feature, one weight a class.</summary>
internal sealed class LinearModel
{
    // A row is as many vectors as hold its classes.
    private readonly Vector<float>[] _weights;
    private readonly int _vectors;

    public LinearModel(int classes)
    {
        Classes = classes;
        _vectors = (classes + Vector<float>.Count - 1) / Vector<float>.Count;
        Width = _vectors * Vector<float>.Count;
        _weights = new Vector<float>[(FeatureVector.Size + 1) * _vectors];
    }

    public int Classes { get; }

    /// <summary>Floats in a row: the classes, filled up to whole vectors.</summary>
    public int Width { get; }

    /// <summary>All weights, as they are kept.</summary>
    public Span<float> Weights => MemoryMarshal.Cast<Vector<float>, float>(_weights.AsSpan());

    // What every message has: how common a class is.
    private Span<Vector<float>> Bias => Row(FeatureVector.Size);

    /// <summary>Writes how likely each class is.</summary>
    /// <param name="dropped">A bit for each kind of feature that is to be left out.</param>
    public void Score(FeatureVector features, Span<float> scores, int dropped = 0)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores[..Width]);
        Bias.CopyTo(sums);
        for (var kind = 0; kind < FeatureVector.Kinds; kind++)
        {
            if ((dropped & (1 << kind)) == 0)
                Sum(features.IndexesOf(kind), features.ValuesOf(kind), sums);
        }
        Normalize(scores[..Classes]);
    }

    /// <summary>Moves the weights of a message's features against an error.</summary>
    public void Move(FeatureVector features, ReadOnlySpan<float> error, float rate, int dropped)
    {
        var errors = MemoryMarshal.Cast<float, Vector<float>>(error);
        AddTo(Bias, errors, -rate);
        for (var kind = 0; kind < FeatureVector.Kinds; kind++)
        {
            if ((dropped & (1 << kind)) != 0)
                continue;
            var indexes = features.IndexesOf(kind);
            var values = features.ValuesOf(kind);
            for (var i = 0; i < indexes.Length && i < values.Length; i++)
                AddTo(Row(indexes[i]), errors, -rate * values[i]);
        }
    }

    /// <summary>Takes every weight a little towards 0.</summary>
    public void Shrink(float factor)
    {
        foreach (ref var weight in _weights.AsSpan())
            weight *= factor;
    }

    /// <summary>Adds another's weights, times a factor.</summary>
    public void Add(LinearModel other, float factor) => AddTo(_weights, other._weights, factor);

    private Span<Vector<float>> Row(int feature) => _weights.AsSpan(feature * _vectors, _vectors);

    // Three sums at a time stay in registers, which 19 classes fill where a vector has 8 numbers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<int> indexes, ReadOnlySpan<float> values, Span<Vector<float>> sums)
    {
        var first = 0;
        for (; first + 3 <= sums.Length; first += 3)
        {
            var (a, b, c) = (sums[first], sums[first + 1], sums[first + 2]);
            for (var i = 0; i < indexes.Length && i < values.Length; i++)
            {
                var row = _weights.AsSpan((indexes[i] * _vectors) + first, 3);
                a += row[0] * values[i];
                b += row[1] * values[i];
                c += row[2] * values[i];
            }
            (sums[first], sums[first + 1], sums[first + 2]) = (a, b, c);
        }
        for (; first < sums.Length; first++)
        {
            var sum = sums[first];
            for (var i = 0; i < indexes.Length && i < values.Length; i++)
                sum += _weights[(indexes[i] * _vectors) + first] * values[i];
            sums[first] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<Vector<float>> target, ReadOnlySpan<Vector<float>> source, float factor)
    {
        for (var i = 0; i < source.Length && i < target.Length; i++)
            target[i] += source[i] * factor;
    }

    private static void Normalize(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
