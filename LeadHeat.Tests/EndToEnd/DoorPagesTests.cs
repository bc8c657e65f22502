using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Webhooks;
using LeadHeat.Tests.Web;
using LeadHeat.Web.Intake;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>An admin makes a form for a site, and has programs of the team's told what happens.</summary>
[Collection("channels")]
public sealed class DoorPagesTests(ChannelsFixture fixture, Chromium chromium)
{
    private const float Patience = 60_000;
    private const string Site = "http://site.test";

    private readonly Camera _camera = new();

    public static TheoryData<int, int, bool> Screens => new() { { 1440, 900, false }, { 1440, 900, true }, { 390, 844, false }, { 390, 844, true } };

    [Fact]
    public async Task Form_that_is_made_and_copied_into_a_site_brings_leads()
    {
        var (title, email) = ($"Visit {Guid.NewGuid():N}", $"{Guid.NewGuid():N}@example.com");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake/web-forms");

        await page.GetByTestId("new-form").ClickAsync();
        await page.GetByTestId("title").FillAsync(title);
        await page.GetByTestId("origins").FillAsync(Site);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var html = page.GetByTestId("html");
        await Expect(html).ToContainTextAsync("<form method=", new() { Timeout = Patience });
        var visitor = await VisitorAsync(page, await html.TextContentAsync() ?? "");
        await visitor.Locator("[name=name]").FillAsync("Asha Rao");
        await visitor.Locator("[name=email]").FillAsync(email);
        await visitor.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(visitor.GetByText("Thank you.")).ToBeVisibleAsync(new() { Timeout = Patience });

        var lead = await fixture.LeadOfAsync(email);
        Assert.Equal((LeadSource.WebForm, "Asha Rao", "newsletter"), (lead.Lead.Source, lead.Contact.Name, lead.Origin!["utm_source"]));
        Assert.True(Assert.Single(lead.Contact.Consents).Granted);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Webhook_is_added_tried_and_switched_on_again(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        await using var receiver = await Receiver.StartAsync();
        await fixture.QuietAsync();
        await fixture.Team.SetWebFormAsync(new WebForm("looked-at", "Book a visit", "real-estate", [new("email", "E-mail", "email")], ["https://www.example.com"], "You may call me."));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.OpenAsync(fixture.App, "/intake/webhooks");

        await page.GetByTestId("new-webhook").ClickAsync();
        await page.GetByTestId("url").FillAsync(receiver.Url);
        await _camera.ShootAsync(page, screen, "webhooks-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("secret")).ToContainTextAsync("whsec_", new() { Timeout = Patience });
        var webhook = (await fixture.Team.GetWebhooksAsync()).Items.Single(each => each.Url == receiver.Url);
        var row = page.Locator($"[data-testid=webhook][data-id='{webhook.Id}']");
        await row.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        // Leads of other tests may be told of as well.
        var pings = row.Locator("[data-testid=delivery]").Filter(new() { HasText = IntakeWords.Told(WebhookKinds.Ping) });
        await Expect(pings).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(pings).ToHaveAttributeAsync("data-state", "delivered", new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "webhooks-log");

        receiver.Answers.Enqueue(410);
        await row.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await Expect(row.GetByTestId("off")).ToContainTextAsync("gone (410)", new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "webhooks-off");
        foreach (var place in (string[])["/intake", "/problems"])
        {
            await page.OpenAsync(fixture.App, place);
            await Expect(page.GetByTestId("webhooks-off")).ToContainTextAsync("switched off", new() { Timeout = Patience });
        }

        await _camera.ShootAsync(page, screen, "problems-webhook");
        await page.GetByTestId("webhooks-off").GetByRole(AriaRole.Link, new() { Name = "Look" }).ClickAsync();
        await row.GetByTestId("off").GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await Expect(row.GetByTestId("off")).ToBeHiddenAsync(new() { Timeout = Patience });

        await page.OpenAsync(fixture.App, "/intake/web-forms");
        var form = page.Locator("[data-testid=web-form][data-name=looked-at]");
        await form.GetByRole(AriaRole.Button, new() { Name = "HTML" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await Expect(form.GetByTestId("web-form-editor")).ToBeVisibleAsync(new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "web-forms");
        await page.Context.DisposeAsync();
        await fixture.Team.DeleteWebhookAsync(webhook.Id);
        Assert.Empty(_camera.Errors);
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(390, 844, true)]
    public async Task What_Meta_has_and_what_it_was_told_is_shown(int width, int height, bool dark)
    {
        var (screen, form, came, lost) = (new Screen(width, height, dark), $"form-{Guid.NewGuid():N}", LeadAdsTests.Id(), LeadAdsTests.Id());
        foreach (var id in (string[])[came, lost])
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"{id}@example.com");
        fixture.Graph.Forms[form] = [came, lost];
        await fixture.Team.SetConversionsAsync(new ConversionSettings(true, "4712", "optional_1"));
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(came));
        var lead = (await fixture.EventAsync(came, InboundState.Done)).LeadId!.Value;
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.OpenAsync(fixture.App, "/intake/forms");

        await page.GetByTestId("compare").ClickAsync();
        await Expect(page.Locator($"[data-testid=reconciled][data-id={form}]")).ToContainTextAsync("expected 2", new() { Timeout = Patience });
        await Expect(page.Locator($"[data-testid=conversion][data-state=sent]:has(a[href='/leads/{lead}'])")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await page.GetByTestId("reconciliation").ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "intake-meta");
        await page.GetByTestId("conversions").ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "intake-told");
        await fixture.EventAsync(lost, InboundState.Done);
        await fixture.Team.SetConversionsAsync(new ConversionSettings(false, "4712", ""));
        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }

    private static async Task<IPage> VisitorAsync(IPage team, string html)
    {
        var context = await team.Context.Browser!.NewContextAsync();
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.RouteAsync(Site + "/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><title>Site</title>{html}" }));
        await page.GotoAsync(Site + "/contact?utm_source=newsletter");
        return page;
    }
}
