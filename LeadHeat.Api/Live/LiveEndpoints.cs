using LeadHeat.Api.Access;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Live;

internal static class LiveEndpoints
{
    public static void AddLive(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RedisConnection>();
        builder.Services.AddSingleton<RedisLive>();
        builder.Services.AddSingleton<LiveEvents>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveEvents>());
    }

    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Routes.Events, StreamAsync).WithTags("Live").WithSummary("Says what changed, as server-sent events, for as long as the caller listens");

    private static async Task StreamAsync(HttpContext context, LiveEvents events, Sights sights, SeenEvents seen, IHostApplicationLifetime lifetime)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var sight = sights.Of(context.User);
        var reader = events.Open(Actor.Of(context.User).Id is not null || Actor.Of(context.User).KeyId is not null);
        try
        {
            ServerSentEvents.Begin(context.Response);
            await context.Response.BodyWriter.WriteAsync(ServerSentEvents.Heartbeat.ToArray(), ends.Token);
            await foreach (var frames in reader.Frames.ReadAllAsync(ends.Token))
            {
                var shown = sight.IsEverything || frames.Events.Count == 0 ? frames.Bytes : LiveEvents.Write(await seen.OfAsync(sight, frames.Events, ends.Token));
                if (!shown.IsEmpty)
                    await context.Response.BodyWriter.WriteAsync(shown, ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader went, or the process stops: either way the stream just ends.
        }
        finally
        {
            events.Close(reader);
        }
    }
}
