namespace LeadHeat.Core.Retrieval;

/// <summary>Something that can be found, taken apart once: its terms, and its vector where it has one.</summary>
public sealed class IndexRow<T>
{
    /// <param name="fields">Its texts with how much each counts.</param>
    /// <param name="vector">Of length 1, or empty.</param>
    public IndexRow(T item, IReadOnlyList<TextField> fields, Vocabulary vocabulary, float[] vector)
    {
        Item = item;
        Fields = fields;
        Rounded = Round(vector);
        Dictionary<int, float> counts = [];
        foreach (var field in fields)
        {
            Analyzer.Terms(field.Text, term =>
            {
                var number = vocabulary.Add(term);
                counts[number] = counts.GetValueOrDefault(number) + field.Weight;
            });
        }

        Terms = [.. counts.Select(pair => new TermCount(pair.Key, pair.Value))];
        Length = Terms.Sum(term => term.Count);
    }

    private IndexRow(IndexRow<T> row, float[] vector) => (Item, Fields, Terms, Length, Rounded) = (row.Item, row.Fields, row.Terms, row.Length, Round(vector));

    public T Item { get; }

    public IReadOnlyList<TextField> Fields { get; }

    /// <summary>Null where it has no vector.</summary>
    internal RoundedVector? Rounded { get; }

    internal TermCount[] Terms { get; }

    internal float Length { get; }

    /// <summary>The same with another vector.</summary>
    public IndexRow<T> With(float[] vector) => new(this, vector);

    private static RoundedVector? Round(float[] vector) => vector.Length == 0 ? null : new(vector);
}

internal readonly record struct TermCount(int Term, float Count);
