namespace LeadHeat.Core.Playground;

/// <summary>Messages to try the language layer on: one <paramref name="Text"/> or several <paramref name="Texts"/>, never both.</summary>
/// <param name="Text">One message, of at most <see cref="UnderstandQuestion.LongestText"/> characters.</param>
/// <param name="Texts">Several messages, at most <see cref="UnderstandQuestion.MostTexts"/>; each is understood for itself.</param>
/// <param name="Playbook">Its name.</param>
/// <param name="ReferenceDate">What "next month" counts from, as ISO 8601 writes it: <c>2026-11-21</c>; now when not said.</param>
/// <param name="DefaultRegion">ISO 3166: the country whose phone numbers come without a country code; the playbook's when not said.</param>
/// <param name="Context">The question that is being answered: <c>budget_question</c>; none when not said.</param>
public sealed record UnderstandRequest(
    string? Text = null,
    IReadOnlyList<string?>? Texts = null,
    string? Playbook = null,
    string? ReferenceDate = null,
    string? DefaultRegion = null,
    string? Context = null);
