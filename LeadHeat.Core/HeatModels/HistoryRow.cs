namespace LeadHeat.Core.HeatModels;

/// <summary>A lead that was won or lost, with what was known of it before.</summary>
/// <param name="Playbook">Whose card judged it.</param>
/// <param name="Score">What the card gave it; for comparison, the model does not see it.</param>
/// <param name="Refused">Features without a value because theirs is dated after the outcome.</param>
public sealed record HistoryRow(
    Guid Id,
    LeadFeatures Features,
    bool Won,
    DateTimeOffset ClosedAt,
    string Playbook = "",
    int? Score = null,
    IReadOnlyList<string>? Refused = null);
