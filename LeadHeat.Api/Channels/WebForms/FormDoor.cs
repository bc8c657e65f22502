using System.Net.Mime;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Limits;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LeadHeat.Api.Channels.WebForms;

/// <summary>The door for forms of ours, open to everybody: what comes is stored as it came, and read afterwards.</summary>
internal static class FormDoor
{
    private const int LargestBody = 64 * 1024;

    public static void MapFormDoor(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Routes.Forms).WithTags("Forms").AllowAnonymous().RequireRateLimit(RateLimits.Public);
        forms.MapPost("{form}", ReceiveAsync)
            .WithSummary("Takes a filled-in form, as form fields or a JSON object; it becomes a lead")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Produces<FormReceived>(StatusCodes.Status202Accepted).Produces(StatusCodes.Status303SeeOther)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        forms.MapMethods("{form}", [HttpMethods.Options], AskFirstAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReceiveAsync(
        string form, HttpContext context, WebFormStore forms, Deliveries deliveries, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (await forms.FindAsync(form, cancellationToken) is not { } found)
            return Unknown();
        if (!AllowOrigin(context, found))
            return Problem(StatusCodes.Status403Forbidden, "This site may not send the form", "An admin has to add the site to the form.");
        if (!found.IsOpen)
            return Problem(StatusCodes.Status410Gone, "The form is closed", "It takes nothing any more.");
        var isForm = WebFormDelivery.IsForm(request.ContentType);
        if (!isForm && !request.HasJsonContentType())
            return Problem(StatusCodes.Status415UnsupportedMediaType, "This kind of content is not read", $"Send {MediaTypeNames.Application.Json} or {WebFormEntry.FormMediaType}.");

        var body = await RawBody.ReadAsync(request, LargestBody, cancellationToken);
        var deliveryId = await deliveries.StoreAsync(InboundChannel.WebForm, HeadersOf(request, found), body, DeliveryVerdict.Open);
        if (WebFormEntry.Read(isForm, body) is not { } entry)
            return Problem(StatusCodes.Status400BadRequest, "This is no filled-in form", "It is kept for the team to look at. Send fields and values.");
        var received = new FormReceived(WebFormDelivery.IdOf(form, deliveryId, entry.Id));
        return !IsPage(request) ? TypedResults.Accepted((string?)null, received)
            : found.Redirect is { } next ? new SeeOther(next)
            : TypedResults.Text("Thank you. We have it, and will be in touch.", MediaTypeNames.Text.Plain);
    }

    // Which form it is, and what the person agreed to: both may be another when it is worked off.
    private static Dictionary<string, string> HeadersOf(HttpRequest request, WebForm form) => new(KeptHeaders.Of(request))
    {
        [WebFormDelivery.AddressHeader] = KeptHeaders.Cut(request.Path), [WebFormDelivery.ConsentHeader] = form.Consent ?? "",
    };

    private static async Task<IResult> AskFirstAsync(string form, HttpContext context, WebFormStore forms, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(form, cancellationToken) is not { } found)
            return Unknown();
        if (!AllowOrigin(context, found))
            return Problem(StatusCodes.Status403Forbidden, "This site may not send the form", "An admin has to add the site to the form.");
        context.Response.Headers.AccessControlAllowMethods = HttpMethods.Post;
        context.Response.Headers.AccessControlAllowHeaders = HeaderNames.ContentType;
        context.Response.Headers.AccessControlMaxAge = "600";
        return TypedResults.NoContent();
    }

    // Without these headers a browser keeps the answer from the page; no cookie and no key is ever asked for here.
    private static bool AllowOrigin(HttpContext context, WebForm form)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (!WebFormCheck.Allows(form, origin))
            return false;
        context.Response.Headers.Vary = HeaderNames.Origin;
        if (origin.Length > 0)
            context.Response.Headers.AccessControlAllowOrigin = origin;
        return true;
    }

    // The browser itself shows the answer: the page has no script that reads it.
    private static bool IsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    private static ProblemHttpResult Unknown() => Problem(StatusCodes.Status404NotFound, "The form is unknown", "There is no such form.");

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);

    // With 303 and not 302 a browser comes with GET.
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
