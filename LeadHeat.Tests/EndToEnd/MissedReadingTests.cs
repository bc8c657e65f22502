using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A page whose reading failed while nothing else happens: no news comes that would have it read again.</summary>
[Collection("history")]
public sealed class MissedReadingTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task What_could_not_be_read_appears_by_itself_when_it_can_be()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        try
        {
            await Psql.RunAsync(fixture.App, "revoke select on whatsapp_templates from leadheat_api");
            await page.OpenAsync(fixture.App, "/intake/templates");
            await page.GetByRole(AriaRole.Alert).GetByText("Try again").WaitForAsync();
        }
        finally
        {
            await Psql.RunAsync(fixture.App, "grant select on whatsapp_templates to leadheat_api");
        }

        await Assertions.Expect(page.GetByTestId("new-template")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }
}
