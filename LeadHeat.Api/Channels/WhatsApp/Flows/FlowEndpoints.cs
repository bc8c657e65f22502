using System.Security.Claims;
using System.Text;
using LeadHeat.Api.Access;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Limits;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>WhatsApp's flows: forms that people fill in without leaving their chat.</summary>
internal static class FlowEndpoints
{
    private const int LargestBody = 256 * 1024;

    // Meta's own, which no other server uses: the phone fetches the public key again, or closes the flow.
    private const int CannotDecrypt = StatusCodes.Status421MisdirectedRequest;
    private const int TokenIsOver = 427;
    private const int WrongSignature = 432;

    private const string Over = """{"error_msg":"This form is not open any more. Please write to us."}""";

    public static void MapFlows(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Routes.FlowsWebhook, ExchangeAsync).WithTags("Webhooks").AllowAnonymous()
            .WithSummary("The data endpoint of WhatsApp's flows; encrypted and signed")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        var flows = routes.MapGroup(Routes.WhatsAppFlows).WithTags("WhatsApp").RequireAuthorization(Policies.Admin);
        flows.MapGet("", SetUp).WithSummary("What to enter at Meta for the flow of a playbook");
        routes.MapPost(Routes.Leads + "/{id:guid}/messages/flow", SendAsync).WithTags("Leads").RequireAuthorization(Policies.Team)
            .WithSummary("Sends the playbook's questions as a form on WhatsApp; the bot falls silent");
    }

    private static async Task<IResult> ExchangeAsync(
        HttpRequest request, FlowKeys keys, FlowExchange exchange, Refusals refusals, UnreadFormCounts unread, IOptions<MetaOptions> meta, CancellationToken cancellationToken)
    {
        var bytes = await RawBody.ReadAsync(request, LargestBody, cancellationToken);
        var verdict = MetaSignature.Check(bytes, request.Headers[MetaSignature.Header].FirstOrDefault(), null, meta.Value.AppSecret);
        if (verdict != SignatureVerdict.Good)
        {
            var tooMany = await RateLimits.CountAsync(request.HttpContext, RateLimits.Webhook);
            if (tooMany is null)
                await refusals.AddAsync(InboundChannel.Whatsapp, verdict, request, bytes, isFlow: true, cancellationToken);
            if (meta.Value.AppSecret.Length == 0)
                return NotSetUp();
            return tooMany is null ? TypedResults.StatusCode(WrongSignature) : tooMany;
        }

        if (!keys.IsSetUp)
        {
            await unread.AddAsync(UnreadBecause.NoKey, cancellationToken);
            return NotSetUp();
        }

        using var opened = keys.Open(bytes);
        if (opened is null)
        {
            await unread.AddAsync(UnreadBecause.OtherKey, cancellationToken);
            return TypedResults.StatusCode(CannotDecrypt);
        }

        await unread.EndAsync(cancellationToken);
        if (exchange.Answer(opened.Request) is { } answer)
            return TypedResults.Text(opened.Seal(answer));
        await unread.AddAsync(UnreadBecause.OtherToken, cancellationToken);
        return TypedResults.Text(opened.Seal(Encoding.UTF8.GetBytes(Over)), statusCode: TokenIsOver);
    }

    private static ProblemHttpResult NotSetUp() =>
        TypedResults.Problem("Set Meta__AppSecret and Meta__FlowPrivateKey.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Flows are not set up");

    private static Results<Ok<FlowSetUp>, ProblemHttpResult> SetUp(string playbook, PlaybookLibrary playbooks, FlowKeys keys, IOptions<MetaOptions> meta) =>
        playbooks.TryGet(playbook, out var known)
            ? TypedResults.Ok(new FlowSetUp(
                FlowSetUp.NameOf(playbook), FlowDefinition.Of(known), keys.PublicKey,
                meta.Value.AppSecret.Length == 0 ? "" : new FlowToken(null, playbook, FlowToken.CurrentVersion).Sign(meta.Value.AppSecret)))
            : TypedResults.Problem($"There is no playbook '{playbook}'.", statusCode: StatusCodes.Status404NotFound, title: "The playbook is unknown");

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> SendAsync(
        Guid id, SendFlow message, ClaimsPrincipal caller, FlowSending flows, Handlings handlings, CancellationToken cancellationToken) =>
        await flows.PrepareAsync(id, cancellationToken) is var (text, use)
            && await handlings.AnswerAsync(
                id, new SendMessage(text, message.ClientMessageId, message.OwnerVersion), use, Actor.Of(caller), cancellationToken) is { } stored
            ? TypedResults.Ok(stored)
            : LeadEndpoints.UnknownLead();
}
