using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace LeadHeat.Api.Problems;

/// <summary>Every error is a ProblemDetails that says what is wrong and what to do.</summary>
internal static class Problems
{
    private const string HowToSignIn = "Sign in at POST /api/auth/sign-in and send the token as 'Authorization: Bearer …', or send a valid key as 'X-Api-Key'.";

    public static void AddProblems(this IHostApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Explain);
        builder.Services.AddExceptionHandler<OutageHandler>();
        builder.Services.AddExceptionHandler<BadRequestHandler>();
        builder.Services.AddExceptionHandler<UnstorableTextHandler>();
        builder.Services.AddExceptionHandler<RuleHandler>();
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails fields)
            FieldNames.AsInJson(fields);
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status401Unauthorized => $"{WhoIsRefused(context.HttpContext.Request)}{HowToSignIn}",
            StatusCodes.Status403Forbidden => "You are signed in, but this needs another role. Ask an admin.",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => $"This address does not know {context.HttpContext.Request.Method}.",
            StatusCodes.Status413PayloadTooLarge => $"At most {BodyLimit(context.HttpContext)} bytes are read.",
            StatusCodes.Status415UnsupportedMediaType => "Send 'Content-Type: application/json'.",
            StatusCodes.Status500InternalServerError => "It was not your request. The fault is in our log under this traceId.",
            _ => null,
        };
    }

    private static string WhoIsRefused(HttpRequest request) =>
        request.Headers[Routes.ApiKeyHeader].Any(key => !string.IsNullOrEmpty(key)) ? "The key is not known, or not any more. "
        : request.Headers.Authorization.Count > 0 ? "The token is not good, or not any more. " : "";

    private static long? BodyLimit(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
