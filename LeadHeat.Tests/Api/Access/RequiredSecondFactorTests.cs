using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using LeadHeat.Tests.Web;

namespace LeadHeat.Tests.Api.Access;

/// <summary>An installation that demands a second factor of everybody.</summary>
[Collection("own app")]
public sealed class RequiredSecondFactorTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Without_a_second_factor_members_get_at_their_account_only()
    {
        await using var app = await RunningApp.StartAsync(new AppOptions { Environment = { ["Access__RequireSecondFactor"] = "true" } });
        await using (var context = await chromium.OpenAsync(Screen.Desk))
        {
            var page = await context.NewPageAsync();
            await TeamBrowser.FillInAsync(page, app);
            await page.GetByText("Everybody has one here.").WaitForAsync();
            Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);
        }

        var (caller, _, password) = await Caller.MemberAsync(app, "admin");
        using (caller)
        {
            foreach (var address in (string[])[Routes.Leads, Routes.Team, "/api/audit", Routes.Events, "/openapi/v1.json"])
                (await caller.GetAsync(address)).Refusal(403);
            Assert.True((await caller.Client.GetMeAsync()).NeedsSecondFactor);
            using (var program = Caller.Admin(app))
                Assert.Equal(200, (await program.GetAsync(Routes.Leads)).Status);
            var begun = await caller.Client.BeginSecondFactorAsync(new ConfirmPassword(password));
            await caller.Client.ConfirmSecondFactorAsync(new ConfirmSecondFactor(Totp.Code(SecondFactorTests.FromBase32(begun.Key), Totp.StepOf(DateTimeOffset.UtcNow))));

            Assert.False((await caller.Client.GetMeAsync()).NeedsSecondFactor);
            Assert.Equal(200, (await caller.GetAsync(Routes.Leads)).Status);
        }
    }
}
