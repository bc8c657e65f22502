using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Web;

/// <summary>The team's side of a test, through the Api.</summary>
internal static class Team
{
    // A password takes its time to check: one sign-in serves all tests of an app for a while.
    private static readonly Kept<SignedIn> Tokens = new();

    public static async Task<LeadHeatClient> SignInAsync(RunningApp app)
    {
        var signedIn = await Tokens.OfAsync(app, () => new LeadHeatClient(new HttpClient { BaseAddress = new Uri(app.ApiUrl) })
            .SignInAsync(new SignIn(app.AdminEmail, app.AdminPassword)));
        var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", signedIn.AccessToken);
        return new LeadHeatClient(http);
    }

    /// <summary>The lead that has these words in its name, contact or wish.</summary>
    public static async Task<LeadDetail> FindAsync(this LeadHeatClient client, string text)
    {
        LeadPage? page = null;
        await Eventually.TrueAsync(
            async () => (page = await client.GetLeadsAsync(new LeadQuery { Text = text })).Items.Count > 0, TimeSpan.FromSeconds(60), () => $"no lead for {text}");
        return await client.GetLeadAsync(page!.Items[0].Id);
    }
}
