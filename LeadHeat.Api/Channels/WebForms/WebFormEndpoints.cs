using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WebForms;

internal static class WebFormEndpoints
{
    public static void MapWebForms(this IEndpointRouteBuilder routes)
    {
        routes.MapFormDoor();
        var forms = routes.MapGroup(Routes.WebForms).WithTags("Forms").RequireAuthorization(Policies.Team);
        forms.MapGet("", ListAsync).WithSummary("Forms of ours, with the HTML to copy into a page");
        forms.MapPut("{name}", SetAsync).RequireAuthorization(Policies.Admin).WithSummary("Makes a form, or changes it");
    }

    private static async Task<Ok<Core.Channels.WebForms>> ListAsync(
        HttpRequest request, WebFormStore forms, IOptions<WebFormOptions> options, CancellationToken cancellationToken)
    {
        var (stored, playbooks) = await forms.ListAsync(cancellationToken);
        return TypedResults.Ok(new Core.Channels.WebForms([.. stored.Select(form => View(form, request, options.Value))], playbooks));
    }

    private static async Task<Results<Ok<WebFormView>, ValidationProblem>> SetAsync(
        string name, WebForm form, HttpRequest request, ClaimsPrincipal caller, WebFormStore forms, IOptions<WebFormOptions> options,
        CancellationToken cancellationToken)
    {
        if (form.Name != name)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["It is not the one of the address."] });
        return TypedResults.Ok(View(await forms.SetAsync(form, Actor.Of(caller).Id, cancellationToken), request, options.Value));
    }

    private static WebFormView View(StoredForm stored, HttpRequest request, WebFormOptions options)
    {
        var root = options.PublicUrl ?? new Uri($"{request.Scheme}://{request.Host}");
        return new(stored.Form, stored.Leads, WebFormHtml.Of(stored.Form, new Uri(root, $"{Routes.Forms}/{stored.Form.Name}")), stored.CreatedAt);
    }
}
