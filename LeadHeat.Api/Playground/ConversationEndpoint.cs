using System.Globalization;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Inventory;
using LeadHeat.Api.Knowledge;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Playground;

/// <summary>Plays conversations over the real inventory, for admins who try a playbook. Nothing is stored.</summary>
internal static class ConversationEndpoint
{
    public static void MapPlayConversation(this IEndpointRouteBuilder routes) => routes
        .MapPost(Routes.PlayConversation, PlayAsync)
        .RequireAuthorization(Policies.Admin)
        .ChangesNothing()
        .WithTags("Playground")
        .WithSummary("Plays visitor messages through the whole agent without storing anything; for admins");

    private static async Task<Results<Ok<PlayedConversation>, ValidationProblem>> PlayAsync(
        PlayConversation play, PlaybookLibrary playbooks, UnitSearch units, KnowledgeIndex documents, TimeProvider clock, CancellationToken cancellationToken)
    {
        Dictionary<string, string[]> errors = [];
        if (!playbooks.TryGet(play.Playbook, out var playbook))
            errors["playbook"] = [$"There is no playbook of this name; there are {string.Join(", ", playbooks.All.Select(known => known.Name))}."];
        var start = StartOf(play, clock, errors);
        if (play.DefaultRegion is { } given && !UnderstandQuestion.IsRegion(given))
            errors["defaultRegion"] = [$"'{given}' is no country. Two letters of ISO 3166 are expected, such as IN or AE."];
        for (var i = 0; i < play.Messages.Count; i++)
        {
            if (string.IsNullOrEmpty(play.Messages[i]) || play.Messages[i].Length > PlayConversation.LongestMessage)
                errors[$"messages[{i}]"] = ["A message has 1 to 4,000 characters."];
        }
        if (playbook is null || errors.Count > 0)
            return TypedResults.ValidationProblem(errors);
        var tools = new TurnTools((query, _) => new(units.Search(query).Items), async (query, token) => await documents.SearchAsync(query, token));
        var region = play.DefaultRegion?.ToUpperInvariant() ?? playbook.Region;
        return TypedResults.Ok(await ConversationPlayer.PlayAsync(playbook with { Region = region }, play.Messages, tools, start, cancellationToken));
    }

    private static DateTimeOffset StartOf(PlayConversation play, TimeProvider clock, Dictionary<string, string[]> errors)
    {
        if (play.ReferenceDate is null)
            return clock.GetUtcNow();
        if (DateTimeOffset.TryParse(play.ReferenceDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            && start.Year is >= 2000 and < 2100)
        {
            return start;
        }

        errors["referenceDate"] = ["This is no date between 2000 and 2100; write it as 2026-03-01 or 2026-03-01T09:00:00Z."];
        return default;
    }
}
