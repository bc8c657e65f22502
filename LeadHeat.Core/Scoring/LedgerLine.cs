using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>One line of a score: the score is the sum of its lines' points.</summary>
/// <param name="Rule">The scorecard's rule, or <c>manual</c> for a person's adjustment.</param>
/// <param name="Card">The scorecard's name.</param>
/// <param name="CardVersion">The scorecard's version.</param>
/// <param name="Points">Points given; zero when the fact is missing, negative where the card takes points away.</param>
/// <param name="MaxPoints">The most that the rule can give.</param>
/// <param name="Reason">In a salesperson's words; for a missing fact, what would fill it.</param>
/// <param name="Evidence">The words it rests on.</param>
/// <param name="Field">The field it rests on, if one.</param>
/// <param name="SetBy">Who set that field; null when nothing is known.</param>
/// <param name="Value">The value judged, as shown to people.</param>
/// <param name="Confidence">0 to 1: 1 for what was counted, 0 where nothing is known.</param>
/// <param name="Author">Who adjusted by hand; null for the card's own rules.</param>
/// <param name="At">When the line was written (UTC).</param>
public sealed record LedgerLine(
    string Rule,
    string Card,
    int CardVersion,
    int Points,
    int MaxPoints,
    string Reason,
    IReadOnlyList<Evidence> Evidence,
    string? Field,
    FactSource? SetBy,
    string? Value,
    double Confidence,
    string? Author,
    DateTimeOffset At);
