namespace LeadHeat.Core.Retrieval;

/// <summary>
/// A word that was asked, and what rows have of it by the words near to it. What was worked out once is kept; two that ask at once work out the same.
/// </summary>
/// <param name="places">Where each word of the rows stands among the vectors, by its number; -1 where it has none.</param>
/// <param name="own">The word's own number; -1 where no row has it.</param>
/// <param name="rows">How many rows there are.</param>
internal sealed class Kin(string stem, WordVectors words, int[] places, int own, int rows)
{
    // What is less near is not near at all.
    private const float Near = 0.1f;
    private const int Whole = ushort.MaxValue - 1;
    private const int RowsTogether = 64;

    // Of each row one more than its share; 0 while that is not known.
    private readonly ushort[]?[] _shares = new ushort[]?[(rows / RowsTogether) + 1];

    public string Stem => stem;

    public int Own => own;

    /// <summary>Where it stands among the vectors; -1 where it has none.</summary>
    public int Place { get; } = words.Find(stem);

    /// <summary>What it counts; 0 where nothing here is near to it.</summary>
    public float Rarity { get; set; }

    /// <summary>How near a word of the rows is, from 0 to 1: the square of the cosine.</summary>
    public float NearnessOf(int term)
    {
        if (term == own)
            return 1;
        var cosine = Place >= 0 && places[term] >= 0 ? words.Cosine(Place, places[term]) : 0;
        return cosine > Near ? Math.Min(1, cosine * cosine) : 0;
    }

    /// <summary>BM25's share for a row, in which each word counts by how near it is.</summary>
    /// <param name="norm">From how many on half of it is reached.</param>
    public float ShareIn(int row, TermCount[] terms, float norm)
    {
        var shares = _shares[row / RowsTogether] ??= new ushort[RowsTogether];
        ref var share = ref shares[row % RowsTogether];
        if (share == 0)
            share = (ushort)(1 + (int)MathF.Round(Measure(terms, norm) * Whole));
        return (float)(share - 1) / Whole;
    }

    private float Measure(TermCount[] terms, float norm)
    {
        var count = 0f;
        foreach (var term in terms)
            count += term.Count * NearnessOf(term.Term);
        return count / (count + norm);
    }
}
