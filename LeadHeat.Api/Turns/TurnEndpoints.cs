using System.Globalization;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Limits;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Turns;

internal static class TurnEndpoints
{
    public static void AddTurns(this IHostApplicationBuilder builder)
    {
        builder.AddPlaybooks();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<IngestInbound>();
        builder.Services.AddSingleton<TurnStreams>();
        builder.Services.AddSingleton<RedisTurns>();
        builder.Services.AddSingleton<FinishedTurns>();
        builder.Services.AddSingleton<SilentTurns>();
        builder.Services.AddSingleton<FailedTurns>();
        builder.Services.AddSingleton<Claims>();
        builder.Services.AddSingleton<OutcomeWriter>();
        builder.Services.AddSingleton<Outcomes>();
        builder.Services.AddSingleton<Handlings>();
        builder.Services.AddHostedService<TurnWarmUp>();
        builder.Services.AddHostedService<TurnSweeper>();
        builder.Services.AddHostedService<TurnWatch>();
    }

    public static void MapTurns(this IEndpointRouteBuilder routes) => routes
        .MapPost(Routes.Turns, SendAsync)
        .AllowAnonymous()
        .LimitConversation((SendTurn turn) => turn.SessionId)
        .WithTags("Chat")
        .WithSummary("A visitor writes; answers with server-sent events until the turn is over")
        .Produces<string>(contentType: "text/event-stream")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> SendAsync(
        SendTurn turn, HttpRequest request, IngestInbound ingest, OptOuts optOuts, TurnStreams streams, CancellationToken cancellationToken)
    {
        TurnStream? stream = null;
        // Whoever waits is known before a worker can answer.
        var ingested = await ingest.AcceptAsync(
            new(turn.SessionId, turn.ClientMessageId, turn.Text), turnId => stream = streams.Open(turnId), cancellationToken);
        if (ingested is not null)
            await optOuts.NoteOnWebAsync(ingested.LeadId, turn.Text, turn.ClientMessageId, cancellationToken);
        return ingested is null ? SessionEndpoints.Unknown() : new TurnAnswer(stream!, ingested, LastEventId(request));
    }

    private static long LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
