namespace LeadHeat.Core.Retrieval;

/// <summary>Keeps the best of many; of equally good ones those with the lower number.</summary>
internal sealed class TopList(int count)
{
    // The worst of them on top.
    private readonly PriorityQueue<int, (float Score, int Row)> _heap = new(count + 1, Comparer<(float Score, int Row)>.Create(
        (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Row.CompareTo(a.Row)));

    /// <summary>What has to be reached to come in; nothing, while there is room.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    public void Offer(int row, float score)
    {
        if (score < Least)
            return;
        if (_heap.Count < count)
            _heap.Enqueue(row, (score, row));
        else
            _heap.EnqueueDequeue(row, (score, row));
        if (_heap.Count == count && _heap.TryPeek(out _, out var worst))
            Least = worst.Score;
    }

    public List<Near> Sorted()
    {
        List<Near> sorted = [.. _heap.UnorderedItems.Select(item => new Near(item.Element, item.Priority.Score))];
        sorted.Sort((a, b) => a.Cosine != b.Cosine ? b.Cosine.CompareTo(a.Cosine) : a.Row.CompareTo(b.Row));
        return sorted;
    }
}
