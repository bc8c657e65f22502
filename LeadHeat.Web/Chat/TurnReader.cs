using System.Runtime.CompilerServices;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Chat;

/// <summary>Reads a turn's stream for a visitor. However it ends, the last event says what the visitor's page has to do.</summary>
internal static class TurnReader
{
    public static async IAsyncEnumerable<ChatEvent> ReadAsync(
        LeadHeatClient client, SendTurn turn, long lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = client.SendTurnAsync(turn, lastEventId, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (happened, isOver) = await NextAsync(events, cancellationToken);
            if (happened is not null)
                yield return happened;
            if (isOver)
                yield break;
        }
    }

    private static async ValueTask<(ChatEvent? Happened, bool IsOver)> NextAsync(
        IAsyncEnumerator<TurnEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            if (!await events.MoveNextAsync())
                return (new ChatEvent(0, ChatEventKind.Again), true);
            var isOver = events.Current.Kind is TurnEventKind.Done or TurnEventKind.Error;
            return (VisitorEvents.From(events.Current), isOver);
        }
        catch (LeadHeatException refused)
        {
            return (VisitorEvents.From(refused), true);
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (new ChatEvent(0, ChatEventKind.Again), true);
        }
    }
}
