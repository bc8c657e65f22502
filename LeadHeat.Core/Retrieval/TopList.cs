using System.Numerics;

namespace LeadHeat.Core.Retrieval;

/// <summary>Keeps the best of many; of equally good ones those with the lower number.</summary>
internal sealed class TopList(int count)
{
    // A heap with the worst on top. A key has the score in its upper half, as bits that sort as the score does, and in its lower half the
    // row's number turned round: the greater key is the better.
    private readonly ulong[] _keys = new ulong[count];
    private int _count;

    /// <summary>What has to be reached to come in; nothing, while there is room.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    public void Offer(int row, float score)
    {
        if (score < Least || count == 0)
            return;
        var key = Key(row, score);
        if (_count < count)
            Rise(_count++, key);
        else if (key > _keys[0])
            Sink(key);
        if (_count == count)
            Least = Score(_keys[0]);
    }

    /// <summary>Offers values above a bound; a value's row is where it stands.</summary>
    public void OfferAll(ReadOnlySpan<float> values, float above)
    {
        var at = 0;
        // Nearly none comes in: many are looked at at once.
        for (; at + Vector<float>.Count <= values.Length; at += Vector<float>.Count)
        {
            if (!Vector.GreaterThanAny(new Vector<float>(values[at..]), new Vector<float>(Math.Max(above, Least))))
                continue;
            for (var row = at; row < at + Vector<float>.Count; row++)
                OfferAbove(row, values[row], above);
        }

        for (; at < values.Length; at++)
            OfferAbove(at, values[at], above);
    }

    public List<Near> Sorted()
    {
        var keys = _keys.AsSpan(0, _count).ToArray();
        Array.Sort(keys);
        List<Near> sorted = new(_count);
        for (var at = keys.Length - 1; at >= 0; at--)
            sorted.Add(new Near(Row(keys[at]), Score(keys[at])));
        return sorted;
    }

    private void OfferAbove(int row, float value, float above)
    {
        if (value > above)
            Offer(row, value);
    }

    private void Rise(int at, ulong key)
    {
        for (; at > 0 && _keys[(at - 1) / 2] > key; at = (at - 1) / 2)
            _keys[at] = _keys[(at - 1) / 2];
        _keys[at] = key;
    }

    private void Sink(ulong key)
    {
        var at = 0;
        while ((2 * at) + 1 < _count)
        {
            var child = (2 * at) + 1;
            if (child + 1 < _count && _keys[child + 1] < _keys[child])
                child++;
            if (_keys[child] >= key)
                break;
            _keys[at] = _keys[child];
            at = child;
        }

        _keys[at] = key;
    }

    // Adding 0 makes -0 and 0 one.
    private static ulong Key(int row, float score)
    {
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        var sortable = bits < 0 ? ~(uint)bits : (uint)bits | 0x8000_0000;
        return ((ulong)sortable << 32) | ~(uint)row;
    }

    private static int Row(ulong key) => (int)~(uint)key;

    private static float Score(ulong key)
    {
        var sortable = (uint)(key >> 32);
        return BitConverter.UInt32BitsToSingle((sortable & 0x8000_0000) != 0 ? sortable & 0x7FFF_FFFF : ~sortable);
    }
}
