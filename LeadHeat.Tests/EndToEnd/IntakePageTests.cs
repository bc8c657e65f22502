using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What somebody of the team does about what came in from Meta.</summary>
[Collection("channels")]
public sealed class IntakePageTests(ChannelsFixture fixture, Chromium chromium)
{
    private const float Patience = 60_000;

    private readonly Camera _camera = new();

    public static TheoryData<int, int, bool> Screens => new() { { 1440, 900, false }, { 1440, 900, true }, { 390, 844, false }, { 390, 844, true } };

    [Fact]
    public async Task New_form_is_mapped_and_a_field_given_twice_is_refused_in_place()
    {
        var (id, form) = (LeadAdsTests.Id(), $"form-{Guid.NewGuid():N}");
        fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"map.{id}@example.com");
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        await fixture.EventAsync(id, InboundState.Done);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake/forms");
        var row = page.Locator($"[data-testid=form][data-id={form}]");
        await Expect(row.GetByTestId("unconfirmed")).ToBeVisibleAsync(new() { Timeout = Patience });

        await row.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await row.Locator("[data-question=favourite_colour]").SelectOptionAsync(FactFields.Areas);
        await Expect(row.GetByRole(AriaRole.Alert).First).ToContainTextAsync("fills this too");
        await row.Locator("[data-question=preferred_area]").SelectOptionAsync(FormMapping.Note);
        await row.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await Expect(row.GetByTestId("unconfirmed")).ToBeHiddenAsync(new() { Timeout = Patience });
        var saved = (await fixture.Team.GetLeadFormsAsync()).Items.Single(each => each.Id == form);
        Assert.Equal((FactFields.Areas, FormMapping.Note, true), (saved.Mapping["favourite_colour"], saved.Mapping["preferred_area"], saved.IsConfirmed));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_was_not_understood_is_looked_into_and_handled_again()
    {
        var id = LeadAdsTests.Id();
        fixture.Graph.Leads[id] = $$"""{"id":"{{id}}","field_data":"<img src=x onerror=alert(1)>"}""";
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        await fixture.EventAsync(id, InboundState.Quarantined);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake");
        await Expect(page.GetByTestId("quarantined")).Not.ToHaveTextAsync("0");
        await page.GetByLabel("Find by the platform's id").FillAsync(id);
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator($"[data-testid=inbound][data-id='{id}']");
        await Expect(row).ToContainTextAsync("not understood", new() { Timeout = Patience });

        await row.GetByText("Show what came").ClickAsync();
        await Expect(row.GetByTestId("body")).ToContainTextAsync("\"leadgen_id\"");
        await Expect(row.GetByTestId("let-in")).ToContainTextAsync("Signed by Meta with your app's secret");
        fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, "form-1", $"again.{id}@example.com");
        await row.GetByText("Try again").ClickAsync();

        await Expect(row).ToContainTextAsync("handled", new() { Timeout = Patience });
        await Expect(row.GetByText("Open lead")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_was_refused_for_its_signature_is_looked_into_and_says_what_to_put_right()
    {
        var id = LeadAdsTests.Id();
        var body = LeadAdsTests.Delivery(id);
        Assert.Equal(401, await fixture.DeliverAsync(Routes.LeadAdsWebhook, body, MetaSignature.Of(Encoding.UTF8.GetBytes(body), "another secret")));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake");
        var row = page.GetByTestId("refused-delivery").First;

        await Expect(row).ToContainTextAsync("Meta__AppSecret", new() { Timeout = Patience });
        await row.GetByText("Show what came").ClickAsync();
        await Expect(row.GetByTestId("refused-body")).ToContainTextAsync(id, new() { Timeout = Patience });
        await row.GetByTestId("try-refused").ClickAsync();

        await Expect(page.GetByTestId("notice")).ToContainTextAsync("The app secret does not match", new() { Timeout = Patience });
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Forms_that_cannot_be_read_are_counted_beside_the_key_that_belongs_at_Meta()
    {
        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, "{}"));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake");
        var row = page.GetByTestId("unread-forms").Filter(new() { HasText = "encrypted for another key than ours" });

        await row.GetByText("Show our public key").ClickAsync(new() { Timeout = Patience });

        await Expect(row.GetByTestId("public-key")).ToHaveTextAsync((await fixture.Team.GetFlowSetUpAsync("real-estate")).PublicKey.Trim(), new() { Timeout = Patience });
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Template_is_entered_changed_removed_and_brought_back()
    {
        var name = $"visit_{Guid.NewGuid():N}";
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake/templates");
        var editor = page.GetByTestId("template-editor");
        var row = page.Locator($"[data-testid=template][data-name={name}]");

        await page.GetByTestId("new-template").ClickAsync();
        await editor.GetByTestId("name").FillAsync(name);
        await editor.GetByTestId("words").FillAsync("Hello {{2}}, shall we keep our visit?");
        await Expect(editor.GetByTestId("example")).ToContainTextAsync("without a gap", new() { Timeout = Patience });
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(editor.GetByRole(AriaRole.Alert)).ToContainTextAsync("without a gap", new() { Timeout = Patience });
        await editor.GetByTestId("words").FillAsync("Hello {{1}}, shall we keep our visit?");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        // What is entered stands in the row too, until it is saved.
        await Expect(editor).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(row).ToContainTextAsync("keep our visit", new() { Timeout = Patience });

        await row.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await editor.GetByTestId("words").FillAsync("Hello {{1}}, shall we move our visit?");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(row).ToContainTextAsync("move our visit", new() { Timeout = Patience });

        await row.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0, new() { Timeout = Patience });
        await page.GetByTestId("notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(row).ToContainTextAsync("move our visit", new() { Timeout = Patience });
        Assert.Contains(new WhatsAppTemplate(name, "en", "Hello {{1}}, shall we move our visit?"), (await fixture.Team.GetTemplatesAsync()).Items);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Media_opens_in_a_tab_of_its_own_and_what_Meta_does_not_give_is_said_there()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(
            number, $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"video","video":{"id":"gone{{{number}}}"}}"""));
        var lead = await fixture.LeadOfAsync(number, found => found.Timeline.Any(line => line.Kind == ActivityKind.Media));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, $"/leads/{lead.Id}");

        var opened = await page.Context.RunAndWaitForPageAsync(() => page.GetByTestId("media").ClickAsync());

        await Expect(opened.Locator("body")).ToContainTextAsync("WhatsApp does not give it: it keeps what people send for 30 days only.", new() { Timeout = Patience });
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Conversation_is_answered_after_24_hours_with_a_template(int width, int height, bool dark)
    {
        var (number, screen) = (ChannelsFixture.Number(), new Screen(width, height, dark));
        await fixture.Team.SetTemplatesAsync(new([new("we_are_back", "en", "Hello {{1}}, the flat in {{2}} is free again.")]));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "looking for a 2 bhk in Whitefield")));
        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.OpenAsync(fixture.App, $"/leads/{lead.Id}");
        await Expect(page.GetByTestId("window-open")).ToContainTextAsync("left to answer", new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "whatsapp-open");

        await fixture.AgeAsync(lead.Id, TimeSpan.FromHours(25));
        await page.OpenAsync(fixture.App, $"/leads/{lead.Id}");
        await page.GetByTestId("template-box").WaitForAsync(new() { Timeout = Patience });
        await Expect(page.GetByTestId("answer")).ToHaveCountAsync(0);
        await page.GetByLabel("Value 1").FillAsync("Asha");
        await page.GetByLabel("Value 2").FillAsync("Whitefield");
        await Expect(page.GetByTestId("template-text")).ToHaveTextAsync("Hello Asha, the flat in Whitefield is free again.");
        await _camera.ShootAsync(page, screen, "whatsapp-template");
        await page.GetByTestId("template-box").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var sent = page.Locator("article.person");
        await Expect(sent).ToContainTextAsync("the flat in Whitefield is free again.", new() { Timeout = Patience });
        await Expect(sent.Locator("[data-testid=delivery][data-state=sent]")).ToBeAttachedAsync(new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "whatsapp-sent");
        await page.OpenAsync(fixture.App, "/intake");
        await page.GetByTestId("counts").WaitForAsync();
        await _camera.ShootAsync(page, screen, "intake-channels");
        await page.OpenAsync(fixture.App, "/intake/forms");
        await _camera.ShootAsync(page, screen, "intake-forms-channels");
        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }
}
