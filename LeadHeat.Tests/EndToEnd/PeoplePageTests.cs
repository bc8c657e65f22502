using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.People;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What somebody of the team does about two people who may be one.</summary>
[Collection("channels")]
public sealed class PeoplePageTests(ChannelsFixture fixture, Chromium chromium)
{
    private const float Patience = 60_000;

    private readonly Camera _camera = new();

    public static TheoryData<int, int, bool> Screens => new() { { 1440, 900, false }, { 1440, 900, true }, { 390, 844, false }, { 390, 844, true } };

    [Fact]
    public async Task Two_people_are_made_one_with_a_key_and_parted_again_with_another()
    {
        var (merge, one, other) = await ProposedAsync();
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/people");
        var pair = Pair(page, merge);
        await Expect(pair).ToContainTextAsync("Same phone number", new() { Timeout = Patience });
        await pair.FocusAsync();
        await Expect(pair).ToHaveAttributeAsync("aria-current", "true", new() { Timeout = Patience });

        await Expect(pair.GetByTestId("accept")).ToHaveTextAsync("One person y");
        await Expect(pair.GetByTestId("reject")).ToHaveTextAsync("Two people n");

        await page.Keyboard.PressAsync("y");
        await Expect(pair).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Eventually.TrueAsync(async () => await StateOf(merge) == MergeState.Done, TimeSpan.FromSeconds(60), () => "not united");
        Assert.Equal(2, (await fixture.Team.GetContactAsync(merge.Left.Id)).Leads.Count);

        await page.GetByTestId("notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Eventually.TrueAsync(async () => await StateOf(merge) == MergeState.Undone, TimeSpan.FromSeconds(60), () => "not undone");
        foreach (var lead in (LeadDetail[])[one, other])
            Assert.Equal(lead.Contact.Id, (await fixture.Team.GetLeadAsync(lead.Id)).Contact.Id);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Two_people_stay_two_with_a_key()
    {
        var (merge, _, _) = await ProposedAsync();
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/people");
        var pair = Pair(page, merge);
        await pair.FocusAsync(new() { Timeout = Patience });
        await Expect(pair).ToHaveAttributeAsync("aria-current", "true", new() { Timeout = Patience });

        await page.Keyboard.PressAsync("n");

        await Expect(pair).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Eventually.TrueAsync(async () => await StateOf(merge) == MergeState.Rejected, TimeSpan.FromSeconds(60), () => "not rejected");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Second_lead_of_one_person_is_closed_as_a_duplicate_and_opened_again()
    {
        var (_, one, other) = await ProposedAsync();
        await fixture.Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);
        var task = await fixture.Team.AddTaskAsync(other.Id, new AddTask("Call about the loan"));
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, $"/leads/{one.Id}");

        await page.GetByTestId("other-leads").GetByRole(AriaRole.Button, new() { Name = "Close as duplicate" }).ClickAsync();

        var notice = page.GetByTestId("notice");
        await Expect(notice).ToContainTextAsync("moved here", new() { Timeout = Patience });
        await Expect(page.GetByTestId("other-leads").GetByRole(AriaRole.Button, new() { Name = "Close as duplicate" })).ToHaveCountAsync(0, new() { Timeout = Patience });
        Assert.Equal(LeadStatus.Lost, (await fixture.Team.GetLeadAsync(other.Id)).Lead.Status);
        Assert.Contains((await fixture.Team.GetLeadAsync(one.Id)).Tasks, each => each.Id == task.Id);

        await notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetLeadAsync(other.Id)) is { Lead.Status: not LeadStatus.Lost } again && again.Tasks.Any(each => each.Id == task.Id),
            TimeSpan.FromSeconds(60), () => "not opened again");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Lead_is_united_with_who_is_found_and_single_fields_are_taken_back(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        var (merge, one, _) = await ProposedAsync();
        var found = await Talks.TalkAsync(fixture, "I am Meera Iyer, my email is meera{0}@example.com, looking for a villa in Whitefield");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.OpenAsync(fixture.App, "/people");
        await Expect(Pair(page, merge)).ToBeVisibleAsync(new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "people");

        await page.OpenAsync(fixture.App, $"/leads/{one.Id}");
        if (screen.Width < 720)
            await page.GetByRole(AriaRole.Button, new() { Name = "About this lead", Exact = true }).ClickAsync();
        var person = page.GetByTestId("person");
        await Expect(person).ToContainTextAsync("May be", new() { Timeout = Patience });
        await person.GetByTestId("merge-with").ClickAsync();
        await person.GetByTestId("merge-search").FillAsync(found.Contact.Email!);
        await person.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await person.GetByTestId("merge-found").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(person.GetByTestId("other-leads")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(person).ToContainTextAsync(found.Contact.Email!, new() { Timeout = Patience });
        await person.ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "lead-person");

        var united = (await fixture.Team.GetContactAsync(one.Contact.Id)).Merges.Single(each => each.State == MergeState.Done);
        await page.OpenAsync(fixture.App, "/people/united");
        var row = Pair(page, united).Locator("[data-field=email]");
        await Expect(row).ToBeVisibleAsync(new() { Timeout = Patience });
        await _camera.ShootAsync(page, screen, "people-united");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row).ToContainTextAsync("taken back", new() { Timeout = Patience });
        await Pair(page, united).GetByTestId("undo").ClickAsync();
        await Eventually.TrueAsync(async () => await StateOf(united) == MergeState.Undone, TimeSpan.FromSeconds(60), () => "not undone");

        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }

    private static ILocator Pair(IPage page, MergeView merge) => page.Locator($"[data-testid=merge][data-id='{merge.Id}']");

    private async Task<MergeState> StateOf(MergeView merge) => (await fixture.Team.GetMergeAsync(merge.Id)).State;

    /// <summary>Two who have given the same number in the chat.</summary>
    private async Task<(MergeView Merge, LeadDetail One, LeadDetail Other)> ProposedAsync()
    {
        var number = "+" + Talks.Number();
        var one = await Talks.TalkAsync(fixture, $"I am Asha Rao, my phone number is {number}. Looking for a 2BHK in Whitefield under 2 Cr");
        var other = await Talks.TalkAsync(fixture, $"This is Priya Nair, call me on {number}");
        MergeView? merge = null;
        await Eventually.TrueAsync(
            async () => (merge = (await fixture.Team.GetContactAsync(one.Contact.Id)).Merges.SingleOrDefault(each => each.State == MergeState.Proposed)) is not null,
            TimeSpan.FromSeconds(60), () => "nothing is proposed");
        return (merge!, one, other);
    }
}
