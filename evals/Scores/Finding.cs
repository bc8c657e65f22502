namespace LeadHeat.Evals.Scores;

/// <summary>One expected value beside what was found.</summary>
/// <param name="Field">What is counted together: <c>budget</c>, <c>contact</c>, <c>needs</c>, <c>intent</c> …</param>
/// <param name="Part">Which of it: <c>contact.name</c>.</param>
/// <param name="Text">The case's text.</param>
/// <param name="Expected">Null: there must be nothing.</param>
/// <param name="Found">Null: nothing was found.</param>
internal sealed record Finding(string Case, string Field, string Part, string Voice, string Text, string? Expected, string? Found, bool IsRight)
{
    public bool IsMissed => !IsRight && Found is null;

    public bool IsWrong => !IsRight && Found is not null;
}
