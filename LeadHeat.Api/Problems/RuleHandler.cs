using LeadHeat.Api.Knowledge.Embedding;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LeadHeat.Api.Problems;

/// <summary>What the domain refuses.</summary>
internal sealed class RuleHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            RuleViolation violation => new() { Status = StatusCodes.Status409Conflict, Title = "That is not possible now", Detail = violation.Message },
            EmbedderMismatch mismatch => new()
            {
                Status = StatusCodes.Status409Conflict,
                Title = "The collection has to be re-indexed",
                Detail = mismatch.Message,
                Extensions = { ["collection"] = mismatch.Collection },
            },
            FieldRefused refused => new HttpValidationProblemDetails(new Dictionary<string, string[]> { [refused.Field] = [refused.Message] })
            {
                Status = StatusCodes.Status400BadRequest,
            },
            _ => null,
        };
        if (problem is null)
            return false;
        context.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }
}
