namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>The kinds of features; each kind weighs the same in a message however many of it there are.</summary>
internal enum FeatureKind : byte { Words, Letters, Classes, Signals }

/// <summary>A message as numbered, weighted features. Reused from message to message, so it is no garbage.</summary>
internal sealed class FeatureVector
{
    /// <summary>Features are hashed to this many numbers.</summary>
    public const int Size = 1 << 15;

    public static readonly int Kinds = Enum.GetValues<FeatureKind>().Length;
    private readonly int[] _starts;
    private int[] _indexes;
    private float[] _values;
    private int _kind;

    public FeatureVector()
        : this(new int[Kinds + 1], new int[512], new float[512])
    {
    }

    private FeatureVector(int[] starts, int[] indexes, float[] values) => (_starts, _indexes, _values) = (starts, indexes, values);

    public int Count { get; private set; }

    /// <summary>The numbers of a kind's features.</summary>
    public ReadOnlySpan<int> IndexesOf(int kind) => _indexes.AsSpan(_starts[kind].._starts[kind + 1]);

    /// <summary>What each of a kind's features counts.</summary>
    public ReadOnlySpan<float> ValuesOf(int kind) => _values.AsSpan(_starts[kind].._starts[kind + 1]);

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

    public FeatureVector Copy() => new([.. _starts], _indexes[..Count], _values[..Count]) { Count = Count, _kind = _kind };
}
