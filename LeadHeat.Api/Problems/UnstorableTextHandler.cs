using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace LeadHeat.Api.Problems;

/// <summary>Postgres keeps every character but NUL; who sends one is told so, wherever in a request it stands.</summary>
internal sealed class UnstorableTextHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if ((exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is not (PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter))
            return ValueTask.FromResult(false);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "A text cannot be stored",
                Detail = "It holds a NUL character (\\u0000). Nothing was stored; leave it out and send the rest again.",
            },
        });
    }
}
