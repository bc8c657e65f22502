using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Api.Scanning;

/// <summary>A file that nobody could look into is neither kept nor shown.</summary>
internal sealed class ScannerAway() : Exception("The virus scanner does not answer.");

internal sealed class ScannerAwayHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const string ComeBackAfterSeconds = "30";

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not ScannerAway)
            return ValueTask.FromResult(false);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ComeBackAfterSeconds;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "The file cannot be scanned now",
                Detail = "The virus scanner does not answer, and files that it has not seen are not taken or shown. Try again in a minute.",
            },
        });
    }
}
