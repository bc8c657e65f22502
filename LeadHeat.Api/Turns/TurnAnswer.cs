using LeadHeat.Api.Access;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Live;

namespace LeadHeat.Api.Turns;

/// <summary>The stream of one turn's events, from where its caller stands until the turn is over.</summary>
internal sealed class TurnAnswer(TurnStream stream, Ingested turn, long after) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var isTeam = context.User.IsInRole(Roles.Admin) || context.User.IsInRole(Roles.Agent);
        try
        {
            ServerSentEvents.Begin(context.Response);
            var writer = new TurnWriter(context.Response.BodyWriter, after, forVisitor: !isTeam);
            await BeginAsync(writer, services, ends.Token);
            if (!turn.IsNew)
                await context.Response.BodyWriter.FlushAsync(ends.Token);
            await FollowAsync(writer, context.Response, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The caller went or this process stops. The turn goes on; whoever comes back is told the rest.
        }
        finally
        {
            services.GetRequiredService<TurnStreams>().Close(stream);
        }
    }

    private async Task BeginAsync(TurnWriter writer, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (turn is { IsNew: true, State: TurnState.Queued })
            return;
        var published = turn.IsNew ? null : await services.GetRequiredService<RedisTurns>().ReadAsync(turn.TurnId, cancellationToken);
        if (turn.State is TurnState.Queued or TurnState.Running || published?.Exists(sent => sent.IsLast) == true)
            writer.Write(published ?? []);
        else if ((await services.GetRequiredService<FinishedTurns>().ReadAsync([turn.TurnId], cancellationToken)).TryGetValue(turn.TurnId, out var stored))
            writer.Write(stored);
    }

    private async Task FollowAsync(TurnWriter writer, HttpResponse response, CancellationToken cancellationToken)
    {
        while (!writer.Ended)
        {
            var events = await stream.Events.ReadAsync(cancellationToken);
            writer.Write(events);
            while (!writer.Ended && stream.Events.TryRead(out events))
                writer.Write(events);
            // What ends the response flushes it, too.
            if (!writer.Ended)
                await response.BodyWriter.FlushAsync(cancellationToken);
        }
    }
}
