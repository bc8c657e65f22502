using LeadHeat.Api.Limits;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Conversations;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup(Routes.Sessions).WithTags("Chat").AllowAnonymous().RequireRateLimit(RateLimits.Public);
        sessions.MapPost("", StartAsync).WithSummary("Starts a chat, or resumes the one of the same key");
        sessions.MapGet("{id:guid}/messages", GetMessagesAsync).WithSummary("A chat's messages as its visitor sees them");
    }

    private static async Task<Results<Ok<SessionStarted>, ValidationProblem>> StartAsync(
        StartSession start, Sessions sessions, PlaybookLibrary playbooks, CancellationToken cancellationToken) =>
        playbooks.TryGet(start.Playbook, out var playbook)
            ? TypedResults.Ok(await sessions.StartAsync(start, playbook, cancellationToken))
            : TypedResults.ValidationProblem(
                new Dictionary<string, string[]>
                {
                    ["playbook"] = [$"There is no playbook of this name; there are {string.Join(", ", playbooks.All.Select(known => known.Name))}."],
                },
                title: "The playbook is unknown");

    private static async Task<Results<Ok<IReadOnlyList<MessageView>>, ProblemHttpResult>> GetMessagesAsync(
        Guid id, Guid? after, Guid? before, Sessions sessions, CancellationToken cancellationToken) =>
        await sessions.ReadAsync(id, after, before, cancellationToken) is { } messages ? TypedResults.Ok(messages) : Unknown();

    public static ProblemHttpResult Unknown() => TypedResults.Problem(
        "There is no such session. Start one with POST /api/agent/session.", statusCode: StatusCodes.Status404NotFound, title: "The session is unknown");
}
