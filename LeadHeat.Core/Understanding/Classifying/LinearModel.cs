using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Multinomial logistic regression over hashed features: a row of weights for each feature, one weight a class.</summary>
internal sealed class LinearModel
{
    private readonly float[] _weights;

    public LinearModel(int classes)
    {
        Classes = classes;
        Width = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[(FeatureVector.Size + 1) * Width];
    }

    public int Classes { get; }

    /// <summary>Floats in a row: the classes, filled up to whole vectors.</summary>
    public int Width { get; }

    public Span<float> Row(int feature) => _weights.AsSpan(feature * Width, Width);

    /// <summary>What every message has: how common a class is.</summary>
    public Span<float> Bias => Row(FeatureVector.Size);

    /// <summary>Writes how likely each class is.</summary>
    /// <param name="dropped">A bit for each kind of feature that is to be left out.</param>
    public void Score(FeatureVector features, Span<float> scores, int dropped = 0)
    {
        var sums = scores[..Width];
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
        AddTo(Bias, error, -rate);
        for (var kind = 0; kind < FeatureVector.Kinds; kind++)
        {
            if ((dropped & (1 << kind)) != 0)
                continue;
            for (var i = features.Starts[kind]; i < features.Starts[kind + 1]; i++)
                AddTo(Row(features.Indexes[i]), error, -rate * features.Values[i]);
        }
    }

    /// <summary>Takes every weight a little towards 0.</summary>
    public void Shrink(float factor)
    {
        foreach (ref var weight in MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan()))
            weight *= factor;
    }

    /// <summary>Adds another's weights, times a factor.</summary>
    public void Add(LinearModel other, float factor) => AddTo(_weights, other._weights, factor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(FeatureVector features, int start, int end, Span<float> sums)
    {
        var indexes = features.Indexes;
        var values = features.Values;
        for (var i = start; i < end; i++)
            AddTo(sums, Row(indexes[i]), values[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        var targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        var sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        for (var i = 0; i < targets.Length; i++)
            targets[i] += sources[i] * factor;
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
