namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>The kinds of features; each kind weighs the same in a message however many of it there are.</summary>
internal enum FeatureKind : byte { Words, Letters, Classes, Signals }

/// <summary>A message as numbered, weighted features. Reused from message to message, so it is no garbage.</summary>
internal sealed class FeatureVector
{
    /// <summary>Features are hashed to this many numbers.</summary>
    public const int Size = 1 << 15;

    public static readonly int Kinds = Enum.GetValues<FeatureKind>().Length;
    private readonly int[] _starts = new int[Kinds + 1];
    private int[] _indexes = new int[512];
    private float[] _values = new float[512];
    private int _kind;

    public int Count { get; private set; }
    public ReadOnlySpan<int> Indexes => _indexes.AsSpan(0, Count);
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>Where a kind's features begin; the next one's beginning is its end.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    public void Clear() => Count = _kind = 0;

    public void Add(uint hash, float value = 1)
    {
        if (Count == _indexes.Length)
        {
            Array.Resize(ref _indexes, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        _indexes[Count] = (int)((hash ^ (hash >> 16)) % Size);
        _values[Count++] = value;
    }

    /// <summary>Ends a kind: its features together get this length.</summary>
    public void End(float length)
    {
        var values = _values.AsSpan(_starts[_kind]..Count);
        var sum = 0f;
        foreach (var value in values)
            sum += value * value;
        var factor = sum > 0 ? length / MathF.Sqrt(sum) : 0;
        foreach (ref var value in values)
            value *= factor;
        _starts[++_kind] = Count;
    }

    public FeatureVector Copy()
    {
        var copy = new FeatureVector { _indexes = _indexes[..Count], _values = _values[..Count], Count = Count, _kind = _kind };
        _starts.CopyTo(copy._starts, 0);
        return copy;
    }
}
