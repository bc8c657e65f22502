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
        _ => null,
    };

    protected override void OnInitialized() => Input ??= new Form();

    private async Task SignInAsync()
    {
        if (Input is not { Email: { Length: > 0 } email, Password: { Length: > 0 } password })
        {
            _fault = "Enter your e-mail and your password.";
            return;
        }

        try
        {
            var signedIn = await Clients.ForVisitor(HttpContext.Connection.RemoteIpAddress?.ToString()).SignInAsync(new SignIn(email.Trim(), password), HttpContext.RequestAborted);
            var me = await Clients.ForToken(signedIn.AccessToken).GetMeAsync(HttpContext.RequestAborted);
            await HttpContext.SignInAsync(
                SignInCookie.Write(me, SessionTokens.From(signedIn, Clock.GetUtcNow())), new AuthenticationProperties { IsPersistent = true });
            HttpContext.Response.Redirect(LocalOrInbox(Return));
        }
        catch (LeadHeatException refused)
        {
            _fault = Explain(refused);
        }
    }

    private static string Explain(LeadHeatException refused) => refused.Status switch
    {
        HttpStatusCode.Unauthorized => refused.Detail ?? "The e-mail or the password is wrong.",
        HttpStatusCode.BadRequest => "That is no e-mail address.",
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
    }
}
