namespace LeadHeat.Core.Wire;

/// <summary>RFC 9457 problem details as the Api writes them.</summary>
public sealed record ProblemBody(string? Title, string? Detail, int? Status, Dictionary<string, string[]>? Errors)
{
    /// <summary>Of a sign-in that needs a code: what it goes on with.</summary>
    public string? Ticket { get; init; }
}
