using System.Net;

namespace LeadHeat.Core.Wire;

/// <summary>The Api refused a request, and says why.</summary>
/// <param name="status">The HTTP status; 503 when the Api could not be reached.</param>
/// <param name="title">What is wrong.</param>
/// <param name="detail">Why, and what to do.</param>
/// <param name="errors">Messages by field, where input was refused.</param>
/// <param name="inner">What stands behind it, for logs.</param>
public sealed class LeadHeatException(
    HttpStatusCode status, string title, string? detail, IReadOnlyDictionary<string, string[]>? errors, Exception? inner = null)
    : Exception(detail ?? title, inner)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Of a sign-in that needs a code: what it goes on with.</summary>
    public string? Ticket { get; init; }

    public string Title { get; } = title;
    public string? Detail { get; } = detail;
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();

    /// <summary>The first message about a field, else why it was refused.</summary>
    public string Why => Errors.Values.FirstOrDefault()?.FirstOrDefault() ?? Message;
}
