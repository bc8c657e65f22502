using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>A plain page, not a circuit: it writes the cookie.</summary>
public sealed partial class SignInPage
{
    private string? _fault;
    private string? _ticket;

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = "sign-in", Name = "Input")]
    public Form Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Return { get; set; }

    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    [Inject]
    private ApiClients Clients { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    private string? Word => Why switch
    {
        "expired" => "You were signed out because your session ended. Sign in to go on where you were.",
        "out" => "You are signed out.",
        "joined" => "Your password is set. Sign in with it.",
        _ => null,
    };

    protected override void OnInitialized() => Input ??= new Form();

    private async Task SignInAsync()
    {
        var api = Clients.ForVisitor(HttpContext.Connection.RemoteIpAddress?.ToString());
        if (Input is { Ticket: { Length: > 0 } ticket })
            await EnterAsync(() => api.SignInAsync(new SignInCode(_ticket = ticket, Input.Code ?? ""), HttpContext.RequestAborted));
        else if (Input is { Email: { Length: > 0 } email, Password: { Length: > 0 } password })
            await EnterAsync(() => api.SignInAsync(new SignIn(email.Trim(), password), HttpContext.RequestAborted));
        else
            _fault = "Enter your e-mail and your password.";
    }

    private async Task EnterAsync(Func<Task<SignedIn>> signIn)
    {
        try
        {
            var signedIn = await signIn();
            var me = await Clients.ForToken(signedIn.AccessToken).GetMeAsync(HttpContext.RequestAborted);
            await HttpContext.SignInAsync(
                SignInCookie.Write(me, SessionTokens.From(signedIn, Clock.GetUtcNow())), new AuthenticationProperties { IsPersistent = true });
            HttpContext.Response.Redirect(LocalOrInbox(Return));
        }
        catch (LeadHeatException refused) when (refused.Ticket is not null)
        {
            _ticket = refused.Ticket;
        }
        catch (LeadHeatException refused)
        {
            _fault = Explain(refused);
        }
    }

    private static string Explain(LeadHeatException refused) => refused.Status switch
    {
        HttpStatusCode.Unauthorized => refused.Detail ?? "The e-mail or the password is wrong.",
        HttpStatusCode.BadRequest => "That is no e-mail address, or no code.",
        HttpStatusCode.TooManyRequests => "Too many tries. Wait a minute and try again.",
        _ => "LeadHeat cannot be reached right now. Try again in a moment.",
    };

    /// <summary>Only a path of this site: an address that came with the link must not lead elsewhere.</summary>
    internal static string LocalOrInbox(string? path) =>
        path is ['/', .. var rest] && !rest.StartsWith('/') && !rest.StartsWith('\\') && !path.Any(char.IsControl) ? path : "/inbox";

    public sealed class Form
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
        public string? Ticket { get; set; }
        public string? Code { get; set; }
    }
}
