using System.Collections.Concurrent;
using System.Text.Json;
using LeadHeat.Core.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Api.Webhooks;

/// <summary>A program of the team's that is told what happens, and answers as it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private Receiver()
    {
        _app = SmallServer.Build();
        _app.Use((context, next) =>
        {
            Interlocked.Increment(ref _asked);
            return next(context);
        });
        _app.MapPost("/hook", TakeAsync);
    }

    /// <summary>How often anything came, whatever it was.</summary>
    public int Asked => _asked;

    /// <summary>Where answers say to go instead.</summary>
    public string? Location { get; set; }

    /// <summary>Everything that came, in its order.</summary>
    public ConcurrentQueue<Told> Told { get; } = new();

    /// <summary>What the next requests are answered with; then 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public string Words { get; set; } = "thanks";

    public string Url => _app.Address() + "/hook";

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var status = Answers.TryDequeue(out var next) ? next : 200;
        Told.Enqueue(new(
            Guid.Parse(request.Headers[WebhookSignature.DeliveryHeader]!), long.Parse(request.Headers[WebhookSignature.TimestampHeader]!, System.Globalization.CultureInfo.InvariantCulture),
            request.Headers[WebhookSignature.Header]!, body.ToArray(), status));
        if (Location is not null)
            request.HttpContext.Response.Headers.Location = Location;
        return Results.Text(Words, statusCode: status);
    }
}

/// <param name="Answer">Our status.</param>
internal sealed record Told(Guid Delivery, long Timestamp, string Signature, byte[] Body, int Answer)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Kind => Json.GetProperty("kind").GetString()!;

    public Guid? LeadId => Json.GetProperty("lead") is { ValueKind: JsonValueKind.Object } lead ? lead.GetProperty("id").GetGuid() : null;
}
