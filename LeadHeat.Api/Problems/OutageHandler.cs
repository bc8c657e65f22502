using LeadHeat.Api.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Api.Problems;

/// <summary>While Postgres is away or restarting, callers are told to come back.</summary>
internal sealed class OutageHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const string ComeBackAfterSeconds = "2";

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!Outage.Is(exception))
            return ValueTask.FromResult(false);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ComeBackAfterSeconds;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "The database is not available",
                Detail = "It is away or restarting; nothing was stored. Send the same again in a few seconds.",
            },
        });
    }
}
