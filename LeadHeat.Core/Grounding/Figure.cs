namespace LeadHeat.Core.Grounding;

/// <summary>What a number counts.</summary>
internal enum FigureKind { Plain, Money, Percent }

/// <summary>A number as it stands in a text.</summary>
/// <param name="Step">The worth of its last digit: of <c>1.2 Cr</c>, 1,000,000.</param>
/// <param name="Currency">ISO 4217 where the text says it.</param>
/// <param name="IsWord">Written in letters.</param>
internal readonly record struct Figure(int Start, int Length, decimal Value, decimal Step, FigureKind Kind, string? Currency, bool IsWord)
{
    // A price may be rounded as people round, never so far that it is another price.
    private const decimal MostRounding = 0.025m;

    public int End => Start + Length;

    /// <summary>Whether a figure of the evidence says this one.</summary>
    public bool IsSaidBy(Figure other)
    {
        if (Kind == FigureKind.Percent != (other.Kind == FigureKind.Percent) || (Currency is { } mine && other.Currency is { } theirs && mine != theirs))
            return false;
        if (Value == other.Value)
            return Kind != FigureKind.Money || other.Kind == FigureKind.Money || Step < 1000;
        return Kind == FigureKind.Money && other.Kind == FigureKind.Money && Math.Abs(Value - other.Value) <= Math.Min(Step / 2, other.Value * MostRounding);
    }
}
