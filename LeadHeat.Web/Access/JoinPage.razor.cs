using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>
/// Where an invitation leads: its member chooses a password. A plain page, because nobody is signed in here. The token stands behind the link's #, where no
/// server's log sees it, and comes in the body of a form.
/// </summary>
public sealed partial class JoinPage
{
    private Invited? _invited;
    private string? _fault;

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = "join", Name = "Input")]
    public Form Input { get; set; } = null!;

    [Inject]
    private ApiClients Clients { get; init; } = null!;

    private LeadHeatClient Api => Clients.ForVisitor(HttpContext.Connection.RemoteIpAddress?.ToString());

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        if (Input.Token is not { Length: > 0 } token)
            return;
        try
        {
            _invited = await Api.OpenInvitationAsync(new OpenInvitation(token), HttpContext.RequestAborted);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                ? "It was used already, or is older than three days. Ask your admin for a new one."
                : "LeadHeat cannot look for it right now. Try again in a minute.";
        }
    }

    private async Task AcceptAsync()
    {
        // The token alone only opens the invitation.
        if (_invited is null || Input.Password is not { Length: > 0 } password)
            return;
        try
        {
            await Api.AcceptInvitationAsync(new AcceptInvitation(Input.Token!, password), HttpContext.RequestAborted);
            HttpContext.Response.Redirect("/sign-in?why=joined");
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Why;
        }
    }

    public sealed class Form
    {
        /// <summary>The whole link will do.</summary>
        public string? Token { get; set => field = value?.Split('#')[^1].Trim(); }

        public string? Password { get; set; }
    }
}
