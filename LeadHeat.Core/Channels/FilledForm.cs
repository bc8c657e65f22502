using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Channels;

/// <summary>A form that somebody has filled in, wherever it stood.</summary>
/// <param name="ExternalId">Once for every time that it was filled in.</param>
/// <param name="FormId">Which form.</param>
/// <param name="CameFrom">How it came, in a salesperson's words.</param>
/// <param name="By">Who brought it, as timelines say it.</param>
/// <param name="At">When it was filled in; null where nobody says.</param>
/// <param name="Answers">Question and all its answers, in the form's order.</param>
/// <param name="Origin">The campaign, the advertisement, the page: whatever tells one place from another.</param>
public sealed record FilledForm(
    string ExternalId,
    string FormId,
    LeadSource Source,
    string CameFrom,
    string By,
    DateTimeOffset? At,
    IReadOnlyList<FormAnswer> Answers,
    IReadOnlyList<ConsentView> Consents,
    IReadOnlyDictionary<string, string> Origin)
{
    /// <summary>A hash of what is in it, where the same content within a minute is the same form; null where its id tells.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>An answered question.</summary>
public sealed record FormAnswer(string Question, IReadOnlyList<string> Values)
{
    /// <summary>All values as one.</summary>
    public string Text => string.Join(", ", Values);
}
