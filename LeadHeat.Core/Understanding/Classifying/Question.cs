namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// The sentence of a message that asks, by its tokens. Who tells of a cousin, a date and a price and then asks for the pool wants to know of the pool:
/// what stands around the question counts for less when it is told what the message wants.
/// </summary>
internal readonly record struct Question(int Start, int End)
{
    private const float Beside = 0.3f;

    /// <summary>All of a message: nothing counts for less.</summary>
    public static readonly Question None = new(0, int.MaxValue);

    /// <summary>The last sentence that ends with a question mark; <see cref="None"/> where none does, or nothing stands beside it.</summary>
    public static Question Of(Scan scan)
    {
        var mark = scan.Tokens.Length - 1;
        while (mark >= 0 && !scan.IsSign(mark, '?'))
            mark--;
        if (mark < 0)
            return None;
        var start = mark;
        while (start > 0 && !Clauses.EndsSentence(scan, start - 1))
            start--;
        return start == 0 && mark == scan.Tokens.Length - 1 ? None : new(start, mark + 1);
    }

    /// <summary>How much a token counts.</summary>
    public float WeightOf(int token) => token >= Start && token < End ? 1 : Beside;
}
