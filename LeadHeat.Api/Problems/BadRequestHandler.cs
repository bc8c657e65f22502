using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LeadHeat.Api.Problems;

/// <summary>A body or a parameter that cannot be read: says where it stops making sense.</summary>
internal sealed class BadRequestHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused)
            return ValueTask.FromResult(false);
        context.Response.StatusCode = refused.StatusCode;
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = Describe(refused) });
    }

    private static ProblemDetails Describe(BadHttpRequestException refused)
    {
        if (refused.StatusCode != StatusCodes.Status400BadRequest)
            return new() { Status = refused.StatusCode };
        var wrong = refused.InnerException as JsonException;
        var problem = new HttpValidationProblemDetails(wrong is null ? new Dictionary<string, string[]>() : BadJson.Fields(wrong))
        {
            Status = refused.StatusCode, Title = "The request cannot be read", Detail = wrong is null ? InWords(refused.Message) : BadJson.Describe(wrong),
        };
        return problem.Errors.Count > 0 ? problem : new() { Status = problem.Status, Title = problem.Title, Detail = problem.Detail };
    }

    // The framework speaks to who wrote the endpoint: "Implicit body inferred for parameter …", "Required parameter … was not provided from body."
    private static string InWords(string message) =>
        message.Contains("body", StringComparison.OrdinalIgnoreCase) && message.Contains("parameter", StringComparison.Ordinal)
            ? "Send a JSON object as the body; it is empty." : message;
}
