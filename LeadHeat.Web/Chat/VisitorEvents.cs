using System.Net;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Chat;

/// <summary>Turns the events of a turn into what a visitor may see: no scores, no ids of leads, no tools.</summary>
internal static class VisitorEvents
{
    private const string Restarted = "restarted";

    /// <summary>Null for what is none of a visitor's business.</summary>
    public static ChatEvent? From(TurnEvent turn) => turn switch
    {
        { Step: { Name: Restarted } } => new ChatEvent(turn.Id, ChatEventKind.Restarted),
        { Tool: { } tool } when StepWords.Of(tool) is { } words => new ChatEvent(turn.Id, ChatEventKind.Step, words),
        { Delta: { } delta } => new ChatEvent(turn.Id, ChatEventKind.Delta, delta.Text),
        { Handoff: { } } => new ChatEvent(turn.Id, ChatEventKind.Handoff),
        { Done: { } done } => new ChatEvent(
            turn.Id, ChatEventKind.Done, Message: done.Reply is { } reply ? ChatMessage.From(reply) : null, Handling: done.Handling),
        { Error: { } error } => new ChatEvent(turn.Id, ChatEventKind.Error, error.Detail),
        _ => null,
    };

    public static ChatEvent From(LeadHeatException refused) =>
        IsPassing(refused.Status) ? new ChatEvent(0, ChatEventKind.Again)
        : refused.Status == HttpStatusCode.NotFound ? new ChatEvent(0, ChatEventKind.StartAgain)
        : Refused(refused.Why);

    // The highest id: nothing comes after it.
    public static ChatEvent Refused(string why) => new(long.MaxValue >> 11, ChatEventKind.Refused, why);

    public static bool IsPassing(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized;
}
