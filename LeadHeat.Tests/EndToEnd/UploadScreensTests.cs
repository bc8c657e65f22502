using System.Text;
using LeadHeat.Core.Uploads;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Leaves pictures of an import, from its columns to its result, in artifacts/screens.</summary>
[Collection("app")]
public sealed class UploadScreensTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task An_import_shows_on_every_screen()
    {
        var team = fixture.App.Team();
        var mark = $"{Guid.NewGuid():N}"[..8];
        var file = Encoding.UTF8.GetBytes(
            $"Full name;Contact;Area;BHK;Budget range;Created;How it went;Remarks\n"
            + $"Asha Rao;asha.{mark}@example.com;Whitefield;2 BHK;80L to 1.2 Cr;03/04/2025;won;Wants a park nearby\n"
            + $"Omar Khan;omar.{mark}@example.com;Dubai Marina;3;2.5M AED;25/04/2025;lost;\n"
            + $"Lee;no address;Indiranagar;1;soon;26/04/2025;;calls back\n"
            + $"Asha again;ASHA.{mark}@example.com;;;;27/04/2025;;\n");
        var waiting = await team.UploadAsync("crm export.csv", new MemoryStream(file), start: false);
        var done = await team.UploadAsync("crm export.csv", new MemoryStream(file), start: false);
        await team.MapUploadAsync(done.Id, new([new("Contact", "email"), new("How it went", "outcome")]));
        await Eventually.TrueAsync(async () => (await team.GetUploadAsync(done.Id)).State == UploadState.Done, TimeSpan.FromSeconds(60), () => fixture.App.Log("api"));

        foreach (var (width, height, dark) in new[] { (1440, 900, false), (1440, 900, true), (390, 844, false), (390, 844, true) })
        {
            var page = await TeamBrowser.SignInAsync(chromium, fixture.App, new Screen(width, height, dark));
            foreach (var (name, path, shown) in new[] { ("uploads", "", "uploads"), ("upload-mapping", $"/{waiting.Id}", "preview"), ("upload-done", $"/{done.Id}", "figures") })
            {
                await page.OpenAsync(fixture.App, "/uploads" + path);
                await page.GetByTestId(shown).WaitForAsync();
                var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{name} is {wide} wide on {width}");
                await page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(Solution.Root, "artifacts", "screens", $"{name}-{width}-{(dark ? "dark" : "light")}.png"), Animations = ScreenshotAnimations.Disabled,
                });
            }
            await page.Context.DisposeAsync();
        }
    }
}
