namespace LeadHeat.Core.Scoring;

/// <summary>A lead's score computed again from its stored messages and facts, with the card's version that computed it first.</summary>
/// <param name="Score">As computed now.</param>
/// <param name="Equal">Whether score and ledger are the stored ones, to the byte.</param>
/// <param name="Card">The card's name.</param>
/// <param name="CardVersion">The version that wrote the stored ledger, and that was run.</param>
/// <param name="ScoredAt">When the score was computed first (UTC).</param>
/// <param name="Ledger">As computed now.</param>
/// <param name="Differences">The rules whose lines are not the stored ones; <c>score</c> where the sum differs. Empty when equal.</param>
public sealed record ScoreReplay(
    Guid LeadId,
    int? Score,
    bool Equal,
    string? Card,
    int? CardVersion,
    DateTimeOffset? ScoredAt,
    IReadOnlyList<LedgerLine> Ledger,
    IReadOnlyList<string> Differences);
