using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Playground;

/// <summary>Where an admin tries what the agent understands; nothing is stored.</summary>
internal static class PlaygroundEndpoints
{
    public static void MapPlayground(this IEndpointRouteBuilder routes)
    {
        var playground = routes.MapGroup(Routes.Playground).WithTags("Playground").RequireAuthorization(Policies.Admin);
        playground.MapGet("playbooks", GetPlaybooks).WithSummary("The businesses that can be tried");
        playground.MapPost("understand", Understand).ChangesNothing()
            .WithSummary("What the language layer reads in a message, or in several; for admins")
            .WithDescription("With 'text' the answer is what was understood; with 'texts' it is {results: […]}, in their order.");
    }

    private static Ok<IReadOnlyList<PlaygroundPlaybook>> GetPlaybooks(PlaybookLibrary playbooks) => TypedResults.Ok<IReadOnlyList<PlaygroundPlaybook>>(
        [.. playbooks.All.Select(playbook => new PlaygroundPlaybook(playbook.Name, playbook.Title, UnderstandQuestion.Contexts(playbook)))]);

    private static Results<Ok<UnderstoodText>, Ok<UnderstoodTexts>, ValidationProblem> Understand(
        UnderstandRequest request, PlaybookLibrary playbooks, TimeProvider clock)
    {
        Dictionary<string, string[]> errors = [];
        if (UnderstandQuestion.Read(request, playbooks, clock.GetUtcNow(), errors) is not { } question)
            return TypedResults.ValidationProblem(errors);
        return request.Text is { } text
            ? TypedResults.Ok(question.Understand(text))
            : TypedResults.Ok(new UnderstoodTexts([.. request.Texts!.Select(one => question.Understand(one!))]));
    }
}
