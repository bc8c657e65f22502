using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace LeadHeat.Web.Access;

/// <summary>Renews the tokens in the cookie while somebody works, and ends a sign-in that the Api no longer honours.</summary>
internal sealed class SignInEvents(ApiClients clients, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Expired = "expired";
    private const string SetUpFirst = "set up first";

    /// <summary>Leads whoever has to set up a second factor to where it is done.</summary>
    public static void UseSetUpFirst(WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Items.ContainsKey(SetUpFirst))
            return next(context);
        context.Response.Redirect(AccountPage.Address);
        return Task.CompletedTask;
    });

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var tokens = SignInCookie.ReadTokens(context.Principal!);
        var renews = tokens.EndsSoon(clock.GetUtcNow());
        var isPage = IsPage(context.HttpContext);
        if (!renews && !isPage)
            return;
        var deadline = context.HttpContext.RequestServices.GetRequiredService<PageDeadline>();
        if (isPage)
            deadline.Begin();
        try
        {
            if (!renews)
            {
                // Whoever was signed out elsewhere sees no page any more, however good the cookie looks.
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.HttpContext.RequestAborted, deadline.Passed);
                var me = await clients.ForPage(tokens.Access).GetMeAsync(limit.Token);
                if (me.NeedsSecondFactor && !context.HttpContext.Request.Path.StartsWithSegments(AccountPage.Address))
                    context.HttpContext.Items[SetUpFirst] = true;
                return;
            }

            var renewed = await clients.ForService().RefreshAsync(new RefreshSignIn(tokens.Refresh), context.HttpContext.RequestAborted);
            context.ReplacePrincipal(SignInCookie.Write(SignInCookie.ReadMe(context.Principal!), SessionTokens.From(renewed, clock.GetUtcNow())));
            context.ShouldRenew = true;
        }
        catch (OperationCanceledException) when (deadline.Passed.IsCancellationRequested)
        {
            // An Api that is slow does not end a sign-in either: the page shows nothing that it has not answered.
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
