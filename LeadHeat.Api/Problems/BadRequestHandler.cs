using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

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

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Describe(BadHttpRequestException refused) => new()
    {
        Status = refused.StatusCode,
        Title = refused.StatusCode == StatusCodes.Status400BadRequest ? "The request cannot be read" : null,
        Detail = refused.StatusCode != StatusCodes.Status400BadRequest ? null
            : refused.InnerException is JsonException wrong ? Describe(wrong)
            : refused.Message,
    };

    private static string Describe(JsonException wrong)
    {
        var place = wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine + 1})" : "";
        var member = wrong.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
        return $"The JSON is wrong{member}{place}. {Reason(wrong.Message)}";
    }

    // "Expected depth to be zero … Path: $ | LineNumber: 0 | BytePositionInLine: 13."
    public static string Reason(string message) => message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
        ? "The value is of the wrong kind, or none of the allowed words."
        : message.Split(" Path: ", 2)[0].Trim();
}
