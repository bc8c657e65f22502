using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Limits;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels;

/// <summary>Meta's doors: the handshake, and deliveries that are stored as they came before they are acknowledged.</summary>
internal static class WebhookEndpoints
{
    // Meta sends at most 3 MB.
    private const int LargestBody = 4 * 1024 * 1024;
    private const int LongestChallenge = 200;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        Map(routes, Routes.WhatsAppWebhook, InboundChannel.Whatsapp);
        Map(routes, Routes.LeadAdsWebhook, InboundChannel.LeadAds);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, InboundChannel channel)
    {
        var group = routes.MapGroup(path).WithTags("Webhooks").AllowAnonymous();
        group.MapGet("", Verify).RequireRateLimit(RateLimits.Webhook).WithSummary("Meta's handshake: gives the challenge back to who knows the verify token");
        group.MapPost("", (HttpRequest request, Deliveries deliveries, Refusals refusals, IOptions<MetaOptions> meta, CancellationToken cancellationToken) =>
                ReceiveAsync(channel, request, deliveries, refusals, meta.Value, cancellationToken))
            .WithSummary("A signed delivery; stored as it came, then acknowledged")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Verify(
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.verify_token")] string? token,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        IOptions<MetaOptions> meta)
    {
        var right = Encoding.UTF8.GetBytes(meta.Value.VerifyToken);
        if (right.Length == 0)
            return NotSetUp("Set Meta__VerifyToken to the token that you enter at Meta.");
        if (mode != "subscribe" || challenge is not { Length: > 0 and <= LongestChallenge })
            return Refuse("Only hub.mode=subscribe with a hub.challenge is answered.");
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), right)
            ? TypedResults.Text(challenge, "text/plain")
            : Refuse("hub.verify_token is not the one of Meta__VerifyToken.");
    }

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        InboundChannel channel, HttpRequest request, Deliveries deliveries, Refusals refusals, MetaOptions meta, CancellationToken cancellationToken)
    {
        var bytes = await RawBody.ReadAsync(request, LargestBody, cancellationToken);
        var verdict = MetaSignature.Check(
            bytes, request.Headers[MetaSignature.Header].FirstOrDefault(), request.Headers[MetaSignature.OldHeader].FirstOrDefault(), meta.AppSecret);
        if (verdict != SignatureVerdict.Good)
        {
            // Whoever goes on and on costs neither the database nor a line of the log.
            var tooMany = await RateLimits.CountAsync(request.HttpContext, RateLimits.Webhook);
            if (tooMany is null)
                await refusals.AddAsync(channel, verdict, request, bytes, isFlow: false, cancellationToken);
            if (meta.AppSecret.Length == 0)
                return NotSetUp("Set Meta__AppSecret to the app secret of your Meta app: without it nobody could tell Meta from a stranger.");
            if (tooMany is not null)
                return tooMany;
            return TypedResults.Problem(
                $"{MetaSignature.Header} is {Said(verdict)}. It has to be 'sha256=' and the HMAC-SHA256 of the raw body, keyed with the app secret.",
                statusCode: StatusCodes.Status401Unauthorized, title: "The signature is not ours");
        }

        await deliveries.StoreAsync(channel, KeptHeaders.Of(request), bytes, DeliveryVerdict.Verified, MetaSignature.MarkOf(meta.AppSecret));
        return TypedResults.Ok();
    }

    private static string Said(SignatureVerdict verdict) => verdict == SignatureVerdict.Sha1 ? "made with SHA-1 only" : Words.Of(verdict);

    private static ProblemHttpResult NotSetUp(string what) =>
        TypedResults.Problem(what, statusCode: StatusCodes.Status503ServiceUnavailable, title: "This channel is not set up");

    private static ProblemHttpResult Refuse(string why) =>
        TypedResults.Problem(why, statusCode: StatusCodes.Status403Forbidden, title: "The handshake is refused");
}
