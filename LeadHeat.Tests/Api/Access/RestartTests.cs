using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

[Collection("own app")]
public sealed class RestartTests
{
    [Fact]
    public async Task A_token_and_a_changed_password_outlive_a_restart_of_the_api_and_the_api_one_of_postgres()
    {
        await using var app = await RunningApp.StartAsync();
        using var web = Caller.Service(app);
        var signedIn = await web.Client.SignInAsync(new SignIn(app.AdminEmail, app.AdminPassword));
        using var admin = Caller.Token(app, signedIn.AccessToken);
        await admin.Client.ChangePasswordAsync(new ChangePassword(app.AdminPassword, "violet harbour tram nine"));

        app.Kill("api");
        await BackAsync(app, admin);
        Assert.NotEmpty((await web.Client.SignInAsync(new SignIn(app.AdminEmail, "violet harbour tram nine"))).AccessToken);
        await Assert.ThrowsAsync<LeadHeatException>(() => web.Client.SignInAsync(new SignIn(app.AdminEmail, app.AdminPassword)));
        var api = app.Pids("api").Single();
        app.Kill("postgres");
        Answer? away = null;
        await Eventually.TrueAsync(async () => (away = await admin.GetAsync(Routes.Leads)).Status == 503, TimeSpan.FromSeconds(60), () => app.Output);

        away!.Refusal(503);
        Assert.NotNull(away.RetryAfter);
        await BackAsync(app, admin);
        Assert.Equal(api, app.Pids("api").Single());
    }

    private static Task BackAsync(RunningApp app, Caller admin) => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return (await admin.GetAsync(Routes.Leads)).Status == 200;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        TimeSpan.FromSeconds(180),
        () => app.Log("api"));
}
