namespace LeadHeat.Core.Scoring;

/// <summary>
/// How a stored ledger was written. A score that is computed again is written in the same way, or ledgers from before a line said more would never
/// come out to the byte.
/// </summary>
public static class LedgerFormat
{
    /// <summary>Lines that count something (messages, days, a mood) say what they counted, with full confidence.</summary>
    public const int Current = 2;

    // Such lines had no value, and a confidence of zero.
    private const int First = 1;

    /// <summary>A stored ledger's format.</summary>
    /// <param name="kept">As it was kept beside it; null for ledgers from before that was kept, which show it themselves.</param>
    public static int Of(int? kept, IReadOnlyList<LedgerLine> stored) => kept ?? (stored.Any(IsCounted) ? Current : First);

    /// <summary>A ledger of today as it would have been written in that format.</summary>
    public static IReadOnlyList<LedgerLine> Write(IReadOnlyList<LedgerLine> ledger, int format) => format >= Current
        ? ledger
        : [.. ledger.Select(line => IsCounted(line) ? line with { Value = null, Confidence = 0 } : line)];

    // A value that nobody told and no person wrote.
    private static bool IsCounted(LedgerLine line) => line is { Value: not null, SetBy: null, Author: null };
}
