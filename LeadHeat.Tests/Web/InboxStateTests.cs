using System.Net;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Live;

namespace LeadHeat.Tests.Web;

public sealed class InboxStateTests : IDisposable
{
    private readonly FakeApi _api = new();

    public InboxStateTests() => _api
        .Answer("GET /api/leads/counts", _ => new LeadCounts(1000, 3, 1, 0, 3, new Dictionary<Heat, int>(), new Dictionary<LeadStatus, int>()), LeadHeatJson.Default.LeadCounts)
        .Answer("GET /api/leads", query => query.Contains("cursor=more") ? Rows.Page(null, 1) : Rows.Page("more", 3, 2), LeadHeatJson.Default.LeadPage);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task View_is_shown_with_its_counts_and_can_be_read_on()
    {
        var state = State();

        await state.ShowAsync(new InboxFilter(Heat.Hot));
        await state.LoadMoreAsync();

        Assert.Equal(["Lead 3", "Lead 2", "Lead 1"], state.Rows.Select(row => row.Name));
        Assert.False(state.HasMore);
        Assert.Equal(1, state.Counts!.Waiting);
        Assert.Contains(_api.Asked, asked => asked.StartsWith("GET /api/leads?heat=hot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lost_api_keeps_what_is_shown_and_says_why()
    {
        var state = State();
        await state.ShowAsync(new InboxFilter());
        _api.Refuse("GET /api/leads", HttpStatusCode.ServiceUnavailable, "The database is away");

        await state.RefreshAsync();

        Assert.Equal("The database is away", state.Fault);
        Assert.Equal(2, state.Rows.Count);
    }

    [Fact]
    public async Task Refresh_after_a_fault_clears_it()
    {
        var state = State();
        _api.Refuse("GET /api/leads/counts", HttpStatusCode.ServiceUnavailable, "Away");
        await state.ShowAsync(new InboxFilter());
        Assert.Equal("Away", state.Fault);
        _api.Answer("GET /api/leads/counts", _ => new LeadCounts(1000, 0, 0, 0, 0, new Dictionary<Heat, int>(), new Dictionary<LeadStatus, int>()), LeadHeatJson.Default.LeadCounts);

        await state.ShowAsync(new InboxFilter());

        Assert.Null(state.Fault);
        Assert.True(state.Loaded);
    }

    [Fact]
    public void Only_news_of_leads_asks_for_a_refresh()
    {
        var state = State();

        Assert.True(state.Notes(News(LiveEventKind.LeadChanged)));
        Assert.True(state.Notes(News(LiveEventKind.MessageAdded)));
        Assert.True(state.Notes(new LiveNews(LiveNewsKind.Reload)));
        Assert.False(state.Notes(News(LiveEventKind.InventoryChanged)));
        Assert.False(state.Notes(new LiveNews(LiveNewsKind.Lost)));
    }

    [Fact]
    public async Task Changed_lead_below_the_first_page_is_looked_up()
    {
        var state = State();
        await state.ShowAsync(new InboxFilter());
        await state.LoadMoreAsync();
        _api.Answer($"GET /api/leads/{Rows.Id(1)}", _ => Rows.Detail(Rows.Row(1) with { Score = 88 }), LeadHeatJson.Default.LeadDetail);
        state.Notes(new LiveNews(LiveNewsKind.Changed, new LiveEvent(Guid.NewGuid(), LiveEventKind.LeadChanged, Rows.Id(1))));

        await state.RefreshAsync();

        Assert.Equal(88, state.Rows[2].Score);
    }

    [Fact]
    public async Task Circuit_begins_with_what_its_page_showed_but_only_in_the_same_view()
    {
        var page = State();
        await page.ShowAsync(new InboxFilter(Heat.Hot));
        var circuit = State();

        Assert.False(circuit.Take(page.Snapshot(), new InboxFilter()));
        Assert.True(circuit.Take(page.Snapshot(), new InboxFilter(Heat.Hot)));
        Assert.Equal(page.Rows, circuit.Rows);
        Assert.True(circuit.HasMore);
    }

    [Fact]
    public async Task List_that_was_asked_for_before_the_news_does_not_undo_it()
    {
        var (state, slow, numbers) = (State(), new TaskCompletionSource(), new[] { 3, 2 });
        _api.Answer("GET /api/leads", _ => Rows.Page("more", numbers), LeadHeatJson.Default.LeadPage);
        _api.Slow["GET /api/leads"] = slow.Task;
        var showing = state.ShowAsync(new InboxFilter());
        _api.Slow.Clear();
        numbers = [4, 3, 2];

        state.Notes(News(LiveEventKind.LeadChanged));
        await state.RefreshAsync();
        slow.SetResult();
        await showing;

        Assert.Equal(["Lead 4", "Lead 3", "Lead 2"], state.Rows.Select(row => row.Name));
    }

    private InboxState State() => new(_api.Client, () => Guid.Empty);

    private static LiveNews News(LiveEventKind kind) => new(LiveNewsKind.Changed, new LiveEvent(Guid.NewGuid(), kind, Guid.NewGuid()));
}
