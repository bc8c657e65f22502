using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>The demo conversation of each business, in a browser: it ends qualified, with a booked next step that the team sees.</summary>
[Collection("app")]
public sealed class SalesTalkTests(AppFixture fixture, Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Solution.Root, "artifacts", "screens");

    public static TheoryData<string, string, string[]> Talks => new()
    {
        { "real-estate", "Confirm a visit to", [
            "Hi! We're looking for a 2 BHK in Whitefield, under 2 crore", "Does the first one have parking?", "Hmm, that's a bit expensive for us",
            "It's for our own family, we'd like to move within 3 months", "Loan is already approved by HDFC", "Can we see the first one on Saturday morning?",
            "I'm Asha Rao, {mail}"] },
        { "cafe", "Confirm the tasting on Tuesday", [
            "Hi, I'm opening a small café in Pune in about two months", "Probably 120 cups a day to start with",
            "I'd love a specialty coffee, and we still need the espresso machine and grinders", "How much is the house blend per kg?", "Budget is around 8 lakhs",
            "I'm Neha Kulkarni, {mail}", "9820098200", "yes please, a tasting on Tuesday would be lovely"] },
        { "b2b", "Confirm the demo on Thursday at 11 am", [
            "Hi, we keep losing leads from our website", "About 25 sales people", "Is there a free trial?", "I'm the head of sales at Acme Robotics, so I decide",
            "we want to be live by January, budget around $15k a year", "Can I see a demo on Thursday at 11 am?", "I'm Maya Fernandes, {mail}"] },
    };

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_in_the_browser_ends_with_a_qualified_lead_and_a_booked_step(string playbook, string task, string[] lines)
    {
        var mail = $"{Guid.NewGuid():N}@talk.example";
        var replies = await TalkAsync(playbook, [.. lines.Select(line => line.Replace("{mail}", mail, StringComparison.Ordinal))]);

        AssertReadsWell(replies);
        var team = await Team.SignInAsync(fixture.App);
        var row = Assert.Single((await team.GetLeadsAsync(new(Text: mail))).Items);
        var lead = await team.GetLeadAsync(row.Id);
        Assert.True(lead.Qualification!.Qualified);
        Assert.Contains(lead.Tasks, one => one.Title.StartsWith(task, StringComparison.Ordinal));
        await SeeAsync(row.Id, playbook, task);
    }

    private async Task<List<string>> TalkAsync(string playbook, string[] lines)
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, Screen.Phone, playbook: playbook);
        List<string> replies = [];
        foreach (var line in lines)
            replies.Add(await chat.AskAsync(line));
        await ShootAsync(chat.Page, $"talk-{playbook}-chat");
        return replies;
    }

    // What a sales manager would not let pass, whatever the words.
    private static void AssertReadsWell(List<string> replies)
    {
        Assert.All(replies, reply => Assert.True(reply.Count(sign => sign == '?') <= 1, $"two questions at once: {reply}"));
        Assert.All(replies, reply => Assert.DoesNotContain("sorry", reply, StringComparison.OrdinalIgnoreCase));
        Assert.All(replies, reply => Assert.DoesNotContain('{', reply));
        var sentences = replies.SelectMany(reply => reply.Split('.', '?', '!', '\n')).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 20).ToList();
        Assert.Equal(sentences.Distinct(), sentences);
    }

    private async Task SeeAsync(Guid leadId, string playbook, string task)
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, $"/leads/{leadId}");
        await Assertions.Expect(page.GetByTestId("tasks").First).ToContainTextAsync(task);
        await Assertions.Expect(page.GetByTestId("score").First).ToBeVisibleAsync();
        await ShootAsync(page, $"talk-{playbook}-lead");
        await page.Context.DisposeAsync();
    }

    private static async Task ShootAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
