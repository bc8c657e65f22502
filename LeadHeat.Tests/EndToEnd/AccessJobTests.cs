using System.Text.RegularExpressions;
using LeadHeat.Core.Access;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Access;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A member's way: invited, in with a second factor, and out everywhere at once.</summary>
[Collection("app")]
public sealed partial class AccessJobTests(AppFixture fixture, Chromium chromium)
{
    private const string Password = "four words in a row";

    private static readonly LocatorAssertionsToBeVisibleOptions Long = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_member_is_invited_signs_in_with_a_code_and_is_signed_out_everywhere()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var admin = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        var link = await InviteAsync(admin, email);

        await using var context = await chromium.OpenAsync(Screen.Desk);
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await page.FillAsync("input[type=password]", Password);
        await page.PressAsync("input[type=password]", "Enter");
        await Expect(page.GetByText("Your password is set.")).ToBeVisibleAsync(Long);
        await FillInAsync(page, email);
        await page.Locator(".live.on").WaitForAsync();
        var secret = await EnrolAsync(page);

        await using var elsewhere = await chromium.OpenAsync(Screen.Phone);
        elsewhere.SetDefaultTimeout(60_000);
        var phone = await elsewhere.NewPageAsync();
        await phone.GotoAsync(fixture.App.WebUrl + "/sign-in");
        await FillInAsync(phone, email);
        await phone.Locator("input[name='Input.Code']").FillAsync(Totp.Code(secret, Totp.StepOf(DateTimeOffset.UtcNow) + 1));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await phone.Locator(".live.on").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await admin.Locator($"tr[data-member='{email}']").GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        // Nobody touches these two pages.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to LeadHeat" })).ToBeVisibleAsync(Long);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Sign in to LeadHeat" })).ToBeVisibleAsync(Long);
        await page.GotoAsync(fixture.App.WebUrl + "/inbox");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to LeadHeat" })).ToBeVisibleAsync(Long);
        await ReadAuditAsync(admin, (await fixture.App.Team().GetTeamAsync()).Single(member => member.Email == email).Id);
        await admin.Context.DisposeAsync();
    }

    // All of it is in the log, in words of closed lists.
    private async Task ReadAuditAsync(IPage admin, Guid member)
    {
        await admin.OpenAsync(fixture.App, "/team/audit");
        await admin.GetByTestId("audit").Locator($"tbody tr:has-text('Ines') a[href='/team/audit?subject={member}']").First.ClickAsync();
        await Expect(admin).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("subject="), new() { Timeout = 60_000 });
        var rows = admin.GetByTestId("audit").Locator("tbody tr");
        foreach (var what in (string[])["Added a member", "Invited a member", "Began to sign in in two steps", "Signed a member out everywhere"])
            await Expect(rows.Filter(new() { HasText = what })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(admin.GetByTestId("audit")).ToContainTextAsync("Role: agent");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Link, new() { Name = "Show all" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    private async Task<string> InviteAsync(IPage admin, string email)
    {
        admin.Context.SetDefaultTimeout(60_000);
        await admin.OpenAsync(fixture.App, "/team");
        var form = admin.GetByTestId("invite");
        await form.GetByLabel("Name").FillAsync("Ines");
        await form.GetByLabel("E-mail").FillAsync(email);
        await form.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = await admin.Locator("#invitation-link").InnerTextAsync();
        await admin.OpenAsync(fixture.App, "/team");
        await Expect(admin.Locator($"tr[data-member='{email}']")).ToBeVisibleAsync(Long);
        await Expect(admin.Locator("#invitation-link")).ToHaveCountAsync(0);
        return link;
    }

    private static async Task FillInAsync(IPage page, string email)
    {
        await page.FillAsync("input[type=email]", email);
        await page.FillAsync("input[type=password]", Password);
        await page.PressAsync("input[type=password]", "Enter");
    }

    private async Task<byte[]> EnrolAsync(IPage page)
    {
        await page.OpenAsync(fixture.App, "/account");
        await page.GetByTestId("factor-password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        var key = await page.GetByTestId("totp-key").InnerTextAsync();
        await page.Locator("lh-qr svg").WaitForAsync();
        await page.Context.Pages[0].ScreenshotAsync(new() { Path = Path.Combine(LeadHeat.AppHost.Local.Engine.Solution.Root, "artifacts", "screens", "account-enrol-1440-light.png") });
        var secret = SecondFactorTests.FromBase32(key);
        await page.GetByTestId("totp-code").FillAsync(Totp.Code(secret, Totp.StepOf(DateTimeOffset.UtcNow)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        Assert.Matches(Codes(), await page.GetByTestId("recovery-codes").InnerTextAsync());
        return secret;
    }

    [GeneratedRegex(@"^([a-z2-7]{4}(-[a-z2-7]{4}){3}\s?){10}$")]
    private static partial Regex Codes();
}
