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
                Sum(features, features.Starts[kind], features.Starts[kind + 1], sums);
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
            for (var i = features.Starts[kind]; i < features.Starts[kind + 1]; i++)
                AddTo(Row(features.Indexes[i]), errors, -rate * features.Values[i]);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(FeatureVector features, int start, int end, Span<Vector<float>> sums)
    {
        var indexes = features.Indexes[start..end];
        var values = features.Values[start..end];
        for (var i = 0; i < indexes.Length; i++)
            AddTo(sums, Row(indexes[i]), values[i]);
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
