using System.Collections.Concurrent;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.EndToEnd;
using LeadHeat.Tests.Web;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>Scripts in every text that can be stored: a real browser shows all pages, runs none of them, and has nothing to report.</summary>
[Collection("own app")]
public sealed class StoredScriptTests(ChannelsFixture fixture, Chromium chromium) : IClassFixture<ChannelsFixture>, IClassFixture<Chromium>
{
    /// <summary>All addresses of pages, with what stands for their parameters; those with ids come from what is stored.</summary>
    private static readonly Dictionary<string, string[]> s_pages = new()
    {
        ["/"] = [""], ["/account"] = ["/account"], ["/error"] = ["/error"], ["/evals"] = ["/evals"], ["/heat"] = ["/heat"],
        ["/inbox"] = ["/inbox", "/inbox?find=%3Cimg%20src%3Dlhx%20onerror%3Dwindow.ran%3D1%3E"], ["/install"] = ["/install"], ["/intake"] = ["/intake"],
        ["/intake/forms"] = ["/intake/forms"], ["/intake/templates"] = ["/intake/templates"], ["/intake/web-forms"] = ["/intake/web-forms"], ["/intake/webhooks"] = ["/intake/webhooks"], ["/inventory"] = ["/inventory"],
        ["/join"] = ["/join#%3Cimg%20src%3Dlhx%20onerror%3Dwindow.ran%3D1%3E"], ["/knowledge"] = ["/knowledge", "/knowledge?q=%3Csvg%20onload%3Dwindow.ran%3D1%3E%20reservation"], ["/knowledge/{Id:guid}"] = [],
        ["/leads/{Id:guid}"] = [], ["/not-found"] = ["/not-found"], ["/overview"] = ["/overview"], ["/people"] = ["/people"], ["/people/{Tab:regex(^united$)}"] = ["/people/united"],
        ["/pipeline"] = ["/pipeline"], ["/playbooks"] = ["/playbooks"], ["/playbooks/{Name}"] = ["/playbooks/cafe", "/playbooks/%3Cimg%20src%3Dlhx%20onerror%3Dwindow.ran%3D1%3E"], ["/playground"] = ["/playground"], ["/privacy"] = ["/privacy"], ["/problems"] = ["/problems"], ["/scorecards"] = ["/scorecards"],
        ["/scorecards/{Name}/{Version:int}"] = [], ["/sign-in"] = ["/sign-in?returnUrl=javascript:window.ran=1"], ["/team"] = ["/team"], ["/team/audit"] = ["/team/audit"],
        ["/team/keys"] = ["/team/keys"], ["/team/teams"] = ["/team/teams"], ["/turns/{Id:guid}"] = [], ["/uploads"] = ["/uploads"], ["/uploads/{Id:guid}"] = [],
    };

    // Where the mark has to be seen, or the page has shown nothing of what was stored.
    private static readonly string[] s_telling =
        ["/inbox", "/intake/templates", "/intake/web-forms", "/intake/webhooks", "/inventory", "/knowledge", "/pipeline", "/team", "/team/keys", "/team/teams", "/uploads"];

    private const string Shows =
        "mark => document.body.innerText.includes(mark) || [...document.querySelectorAll('input, textarea')].some(field => field.value.includes(mark))";

    private readonly ConcurrentQueue<string> _wrong = new();

    [Fact]
    public void Every_page_has_a_case() => Assert.Equal(
        typeof(PolicyReports).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), false)).Select(route => ((RouteAttribute)route).Template).Order(),
        s_pages.Keys.Order());

    [Fact]
    public async Task Scripts_in_every_text_run_on_no_page_and_break_no_policy()
    {
        var stored = new HostileWords(fixture);
        await stored.StoreAsync();
        await ChatAsync();
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await WatchAsync(page);

        var turn = await AppHost.Psql.RunAsync(fixture.App, $"select id from turns where lead_id = '{stored.LeadId}' order by id limit 1");
        foreach (var path in s_pages.Values.SelectMany(each => each).Concat(stored.Pages).Concat(stored.Others).Append($"/inbox?lead={stored.LeadId}").Append($"/turns/{turn}"))
        {
            await page.GotoAsync(fixture.App.WebUrl + path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (s_telling.Contains(path) || stored.Pages.Contains(path))
                await Eventually.TrueAsync(() => page.EvaluateAsync<bool>(Shows, HostileWords.Mark), TimeSpan.FromSeconds(60), () => $"{path} shows nothing of what is stored");
            await CheckAsync(page, path);
        }

        await page.Context.DisposeAsync();
        Assert.Empty(_wrong);
    }

    // A visitor and a person of the team write to each other, and homes are shown.
    private async Task ChatAsync()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await WatchAsync(chat.Page);
        const string name = "Zedora Vorobyova";
        await chat.AskAsync($"My name is {name}, looking for a 2 bedroom apartment in Dubai Marina under AED 2M");
        await chat.AskAsync("<img src=lhx onerror=window.ran=1> <svg onload=window.ran=1> javascript:window.ran=1");
        var lead = await Web.Team.FindAsync(fixture.Team, name);
        await fixture.Team.ChangeHandlingAsync(lead.Id, Handling.Human);
        await fixture.Team.SendMessageAsync(lead.Id, new SendMessage("\"><img src=lhx onerror=window.ran=1> <a href=\"javascript:window.ran=1\">lhx</a> javascript:window.ran=1", "attack-2"));
        await chat.ByPerson.First.WaitForAsync();
        await CheckAsync(chat.Page, "/chat");
        await chat.Page.ReloadAsync();
        await chat.ByPerson.First.WaitForAsync();
        await CheckAsync(chat.Page, "/chat again");
    }

    private async Task WatchAsync(IPage page)
    {
        await page.AddInitScriptAsync("window.broken = []; addEventListener('securitypolicyviolation', e => window.broken.push(e.effectiveDirective + ' ' + e.blockedURI));");
        page.Dialog += async (_, dialog) =>
        {
            _wrong.Enqueue($"{page.Url}: a dialog");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith(PolicyReports.Path, StringComparison.Ordinal) || new Uri(request.Url).AbsolutePath.EndsWith("/" + HostileWords.Mark, StringComparison.Ordinal))
                _wrong.Enqueue($"{page.Url}: asked for {request.Url}");
        };
    }

    private async Task CheckAsync(IPage page, string path)
    {
        var found = await page.EvaluateAsync<string[]>("""
            () => [
                ...(window.ran ? ['a script ran'] : []), ...(window.broken ?? []),
                ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
                    .filter(a => /^on|^srcdoc$/i.test(a.name) || (/^(href|src|action|formaction|data)$/i.test(a.name) && /^\s*javascript:/i.test(a.value)))
                    .map(a => e.tagName + ' ' + a.name + '=' + a.value)),
            ]
            """);
        foreach (var wrong in found)
            _wrong.Enqueue($"{path}: {wrong}");
    }
}
