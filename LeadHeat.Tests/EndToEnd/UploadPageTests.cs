using System.Text;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

[Collection("app")]
public sealed class UploadPageTests(AppFixture fixture, Chromium chromium)
{
    private readonly LocatorAssertionsToBeVisibleOptions _patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_messy_file_is_mapped_imported_and_its_rejects_downloaded()
    {
        var mark = $"{Guid.NewGuid():N}"[..10];
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/uploads");
        // Before its script is there, the input tells nobody what was chosen.
        await page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')._blazorInputFileNextFileId !== undefined", null, new() { Timeout = 60_000 });

        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload
        {
            Name = "messy.csv", MimeType = "text/csv",
            Buffer = Encoding.Latin1.GetBytes(
                $"Wer;Mail-Adresse;Budget;Wann angelegt\nJürgen {mark};j.{mark}@example.com;1.500.000;03.04.2025\nBob;no address;2000000;04.04.2025\n\"Zoë; {mark}\";z.{mark}@example.com;lots;05.04.2025\n"),
        });
        await Expect(page.GetByTestId("mapping")).ToBeVisibleAsync(_patient);
        await Expect(page.GetByTestId("preview")).ToContainTextAsync("'no address' is no e-mail address.");
        await page.GetByLabel("What Wer is").SelectOptionAsync("name");
        await Expect(page.GetByLabel("What Wer is")).ToHaveValueAsync("name");
        await page.GetByLabel("What Wann angelegt is").SelectOptionAsync("createdAt");
        await Expect(page.GetByLabel("Which number of Wann angelegt is the day")).ToHaveValueAsync("day_first");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 3 rows" }).ClickAsync();

        await Expect(page.GetByTestId("rejects")).ToBeVisibleAsync(_patient);
        await Expect(page.GetByTestId("errors")).ToContainTextAsync("'lots' is no amount of money.");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("rejects").ClickAsync());
        var rejects = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("line,column,reason,Wer,Mail-Adresse,Budget,Wann angelegt\r\n3,Mail-Adresse,", rejects.TrimStart('\uFEFF'), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the leads" }).ClickAsync();
        await Expect(page.GetByTestId("lead-row")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("lead-row")).ToContainTextAsync($"Jürgen {mark}");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task An_import_asked_for_while_a_column_is_still_being_changed_waits_for_that_change()
    {
        var mark = $"{Guid.NewGuid():N}"[..10];
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/uploads");
        await page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')._blazorInputFileNextFileId !== undefined", null, new() { Timeout = 60_000 });
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload
        {
            Name = $"{mark}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"Wer;Mail;Mail\nJürgen {mark};j.{mark}@example.com;\n"),
        });
        await Expect(page.GetByTestId("mapping")).ToBeVisibleAsync(_patient);

        await using (var held = await HeldRow.TakeAsync(fixture.App, $"select id from uploads where file_name = '{mark}.csv' for update"))
        {
            await page.GetByLabel("What Wer is").SelectOptionAsync("name");
            await held.UntilAwaitedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 row" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Show the leads" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByTestId("lead-row")).ToContainTextAsync($"Jürgen {mark}", new() { Timeout = 60_000 });
        await page.Context.DisposeAsync();
    }
}
