using LeadHeat.Api.Access;
using LeadHeat.Api.Records;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Playbooks;

/// <summary>What the agent goes by in each business, to be read by the team.</summary>
internal static class PlaybookEndpoints
{
    public static void MapPlaybooks(this IEndpointRouteBuilder routes)
    {
        var playbooks = routes.MapGroup(Routes.Playbooks).WithTags("Playbooks").RequireAuthorization(Policies.Team);
        playbooks.MapGet("", ListAsync).WithSummary("The businesses of this installation");
        playbooks.MapGet("{name}", GetAsync).WithSummary("All that a playbook tells the agent, with the versions that ran here");
    }

    private static async Task<Ok<IReadOnlyList<PlaybookSummary>>> ListAsync(PlaybookLibrary playbooks, PlaybookVersions versions, CancellationToken cancellationToken)
    {
        var seen = await versions.SeenAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<PlaybookSummary>>([.. playbooks.All.OrderBy(playbook => playbook.Title, StringComparer.Ordinal)
            .Select(playbook => playbook.Summary(seen[playbook.Name].Single(version => version.Version == playbook.Version).FirstSeen))]);
    }

    private static async Task<Results<Ok<PlaybookView>, ProblemHttpResult>> GetAsync(
        string name, PlaybookLibrary playbooks, PlaybookVersions versions, CancellationToken cancellationToken) =>
        playbooks.TryGet(name, out var playbook)
            ? TypedResults.Ok(playbook.View([.. (await versions.SeenAsync(cancellationToken))[name].OrderByDescending(version => version.Version == playbook.Version)]))
            : TypedResults.Problem($"There is no playbook '{name}'. There are: {string.Join(", ", playbooks.All.Select(known => known.Name).Order(StringComparer.Ordinal))}.",
                statusCode: StatusCodes.Status404NotFound, title: "Unknown playbook");
}
