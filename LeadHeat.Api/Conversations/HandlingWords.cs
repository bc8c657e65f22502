using LeadHeat.Api.Access;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Conversations;

/// <summary>What is said of a change of hands: to the team in the timeline, and always to the visitor in the chat.</summary>
internal sealed record HandlingWords(string ForTeam, string ForVisitor)
{
    public static HandlingWords Of(Handling handling, Actor actor) => handling switch
    {
        Handling.Human => new("Took over the conversation", $"{FirstName(actor)} is here now."),
        Handling.Bot => new("Gave the conversation back to the bot", "Our assistant answers you again."),
        _ => new("Put the conversation into the queue", "One of our team will answer you here."),
    };

    private static string FirstName(Actor actor) => actor.Id is null ? "One of our team" : actor.Name.Split(' ')[0];
}
