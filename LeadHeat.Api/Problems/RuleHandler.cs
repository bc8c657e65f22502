using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Api.Problems;

internal sealed class RuleHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RuleViolation violation)
            return ValueTask.FromResult(false);
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = StatusCodes.Status409Conflict, Title = "That is not possible now", Detail = violation.Message },
        });
    }
}
