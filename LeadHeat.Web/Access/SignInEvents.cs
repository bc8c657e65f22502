using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace LeadHeat.Web.Access;

/// <summary>Renews the tokens in the cookie while somebody works, and ends a sign-in that the Api no longer honours.</summary>
internal sealed class SignInEvents(ApiClients clients, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Expired = "expired";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var tokens = SignInCookie.ReadTokens(context.Principal!);
        var renews = tokens.EndsSoon(clock.GetUtcNow());
        if (!renews && !IsPage(context.HttpContext))
            return;
        try
        {
            if (!renews)
            {
                // Whoever was signed out elsewhere sees no page any more, however good the cookie looks.
                await clients.ForPage(tokens.Access).GetMeAsync(context.HttpContext.RequestAborted);
                return;
            }

            var renewed = await clients.ForService().RefreshAsync(new RefreshSignIn(tokens.Refresh), context.HttpContext.RequestAborted);
            var me = SignInCookie.ReadMe(context.Principal!);
            context.ReplacePrincipal(SignInCookie.Write(me, SessionTokens.From(renewed, clock.GetUtcNow())));
            context.ShouldRenew = true;
        }
        catch (LeadHeatException refused)
        {
            // Only a refusal ends the sign-in; an Api that is away for a moment does not.
            if ((int)refused.Status >= 500 || refused.Status == HttpStatusCode.TooManyRequests)
                return;
            context.RejectPrincipal();
            context.HttpContext.Items[Expired] = true;
            await context.HttpContext.SignOutAsync();
        }
    }

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } about && about.GetMetadata<ComponentTypeMetadata>() is not null && about.GetMetadata<IAllowAnonymous>() is null;

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.Items.ContainsKey(Expired))
            context.RedirectUri += "&why=expired";
        return base.RedirectToLogin(context);
    }
}
