using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Somebody of the team imports a document, asks it, opens it at the words, and takes it away and back.</summary>
[Collection("app")]
public sealed class KnowledgePageTests(AppFixture fixture, Chromium chromium)
{
    private const string Text =
        """
        # Boat berths

        ## What a berth costs
        A berth for a yacht of twelve metres is rented for 900 dirhams a month, water and power included.

        _What do you charge for a sailing boat?_

        ## Storm season
        From December on the harbour master has every mast inspected.
        """;

    [Fact]
    public async Task Import_ask_open_at_the_words_remove_and_undo()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/knowledge");
        var file = page.Locator("input[type=file]");

        // The input listens a little later than its page.
        await Expect(file).ToBeEnabledAsync();
        await file.SetInputFilesAsync(File("brochure.docx", "no text"));
        await page.GetByText("is no Markdown, text or PDF file").WaitForAsync();
        await file.SetInputFilesAsync(File("nothing.md", ""));
        await page.GetByText("nothing.md is empty").WaitForAsync();
        await file.SetInputFilesAsync(File("berths.md", Text));
        await page.GetByLabel("Collection", new() { Exact = true }).FillAsync("Harbour");
        await page.GetByLabel("Category", new() { Exact = true }).FillAsync("pricing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await page.GetByTestId("documents").GetByText("Boat berths").WaitForAsync();

        await page.GetByLabel("Ask the documents").FillAsync("monthly rent for a sailing boat?");
        await page.Keyboard.PressAsync("Enter");
        var hit = page.GetByTestId("hits").Locator("article").Filter(new() { HasText = "900 dirhams" });
        await hit.Locator("mark").First.WaitForAsync();
        Assert.Contains("Asked as: What do you charge for a sailing boat?", await hit.InnerTextAsync(), StringComparison.Ordinal);
        await hit.GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("mark#cited").WaitForAsync();
        Assert.Contains("900 dirhams a month", await page.Locator("mark#cited").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("What do you charge for a sailing boat?", await page.GetByTestId("document").Locator("em").InnerTextAsync());
        Assert.Equal(0, await page.GetByTestId("document").Locator("em mark, mark em").CountAsync());
        Assert.True(await page.Locator("mark#cited").EvaluateAsync<bool>("mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }"));

        await page.OpenAsync(fixture.App, "/knowledge?collection=nobodys");
        await page.GetByText("No documents here").WaitForAsync();
        await page.OpenAsync(fixture.App, "/knowledge?collection=harbour");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Boat berths" }).ClickAsync();
        await page.GetByText("Boat berths is removed.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByTestId("documents").GetByText("Boat berths").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Boat berths" }).ClickAsync();
        await page.GetByText("Boat berths is removed.").WaitForAsync();
        await page.Context.DisposeAsync();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
