using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Somebody asks for a copy of their data and to be forgotten.</summary>
[Collection("channels")]
public sealed class PrivacyPageTests(ChannelsFixture fixture, Chromium chromium)
{
    private const float Patience = 60_000;

    private readonly Camera _camera = new();

    public static TheoryData<int, int, bool> Screens => new() { { 1440, 900, false }, { 390, 844, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Person_is_exported_deleted_brought_back_and_erased(int width, int height, bool dark)
    {
        var (number, screen) = (ChannelsFixture.Number(), new Screen(width, height, dark));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "2 bhk in Whitefield")));
        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "STOP")));
        await fixture.LeadOfAsync(number, found => found.Silence is not null);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);

        await page.OpenAsync(fixture.App, $"/leads/{lead.Id}");
        await Expect(page.GetByTestId("silence")).ToContainTextAsync("STOP", new() { Timeout = Patience });
        await Expect(page.GetByTestId("answer")).ToHaveCountAsync(0);
        if (width < 720)
            await page.GetByLabel("About this lead").First.ClickAsync();
        await Expect(page.GetByTestId("consents")).ToContainTextAsync("Wants no messages");
        await page.GetByTestId("delete-person").ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "privacy-lead");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-html").ClickAsync(), new() { Timeout = Patience });
        var html = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("2 bhk in Whitefield", html, StringComparison.Ordinal);
        await ShowAsync(chromium, screen, html);

        await page.GetByTestId("delete-person").ClickAsync();
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("is deleted", new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "privacy-deleted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{fixture.App.WebUrl}/leads/{lead.Id}", new() { Timeout = Patience });
        await Expect(page.GetByTestId("lead-name")).ToContainTextAsync(number, new() { Timeout = Patience });

        await fixture.Team.DeletePersonAsync(lead.Contact.Id);
        await page.OpenAsync(fixture.App, "/privacy");
        var row = page.Locator($"[data-testid=deleted] li[data-id='{lead.Contact.Id}']");
        await row.GetByText("Erase now").ClickAsync(new() { Timeout = Patience });
        await Expect(row.GetByTestId("erase")).ToBeDisabledAsync();
        await row.GetByTestId("erase-name").FillAsync($"Person {number}");
        await _camera.ShootAsync(page, screen, "privacy");
        await row.GetByTestId("erase").ClickAsync(new() { Timeout = Patience });

        await Expect(row).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(page.GetByTestId("receipts")).ToContainTextAsync("a person, at once");
        await page.GetByTestId("receipts").Locator("summary").First.ClickAsync();
        await page.GetByTestId("receipts").ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "privacy-receipt");
        await page.Context.DisposeAsync();
        Assert.Empty((await fixture.Team.GetLeadsAsync(new(Text: number))).Items);
        Assert.Empty(_camera.Errors);
    }

    [Fact]
    public async Task Box_of_the_chat_is_noted_with_the_words_that_were_shown()
    {
        var words = $"Send me offers {Guid.NewGuid():N}";
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        _camera.Watch(page);
        await page.GotoAsync($"{fixture.App.WebUrl}/chat?consent={Uri.EscapeDataString(words)}");
        await page.Locator("[data-line=up]").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        await page.GetByLabel(words).CheckAsync();
        await _camera.ShootAsync(page, Screen.Desk, "chat-consent");
        await page.GetByLabel("Write a message").FillAsync("hello");
        await page.Keyboard.PressAsync("Enter");

        await Eventually.TrueAsync(
            async () => await Psql.RunAsync(fixture.App, $"select count(*) from consents where words = '{words}' and granted and source = 'web'") == "1",
            TimeSpan.FromSeconds(60), () => "nothing is noted");
        Assert.Empty(_camera.Errors);
    }

    private async Task ShowAsync(Chromium browser, Screen screen, string html)
    {
        await using var context = await browser.OpenAsync(screen);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        await _camera.ShootAsync(page, screen, "privacy-export");
    }
}
