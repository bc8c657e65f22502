using System.Net;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Leads;

namespace LeadHeat.Tests.Web;

public sealed class LeadStateTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly LeadState _state;

    public LeadStateTests()
    {
        _state = new LeadState(_api.Client, Rows.Id(1), TimeProvider.System);
        _state.Take(Rows.Detail(Rows.Row(1), "earlier", Rows.Message(10)));
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Answer_shows_at_once_and_silences_the_bot()
    {
        _api.Answer($"POST /api/leads/{Rows.Id(1)}/messages", _ => Rows.Message(11, MessageAuthor.Person), LeadHeatJson.Default.MessageView);

        var sent = await _state.SendAsync("Hello");

        Assert.True(sent);
        Assert.Equal(Handling.Human, _state.Detail!.Lead.Handling);
        Assert.Equal(Rows.Id(11), _state.Transcript.Newest!.Id);
    }

    [Fact]
    public async Task Refused_answer_leaves_the_bot_in_charge_and_keeps_the_words()
    {
        _api.Refuse($"POST /api/leads/{Rows.Id(1)}/messages", HttpStatusCode.Conflict, "Closed");

        var sent = await _state.SendAsync("Hello");

        Assert.False(sent);
        Assert.Equal(Handling.Bot, _state.Detail!.Lead.Handling);
        Assert.Equal("Hello", Assert.Single(_state.Transcript.Pending).Text);
    }

    [Fact]
    public async Task Refused_change_is_taken_back()
    {
        _api.Refuse($"PATCH /api/leads/{Rows.Id(1)}", HttpStatusCode.Conflict, "No");

        await Assert.ThrowsAsync<LeadHeatException>(() => _state.SetStatusAsync(LeadStatus.Won));

        Assert.Equal(LeadStatus.New, _state.Detail!.Lead.Status);
    }

    [Fact]
    public async Task Words_in_an_earlier_message_are_fetched_before_they_light_up()
    {
        _api.Answer($"GET /api/leads/{Rows.Id(1)}", _ => Rows.Detail(Rows.Row(1), null, Rows.Message(9)), LeadHeatJson.Default.LeadDetail);

        await _state.LightAsync([Rows.Words(9, 0, 4)]);

        Assert.True(_state.Transcript.Has(Rows.Id(9)));
        Assert.Equal((1, 1), (_state.Lit.Count, _state.LitAsked));
    }

    [Fact]
    public async Task Lead_that_is_gone_says_so()
    {
        _api.Refuse($"GET /api/leads/{Rows.Id(1)}", HttpStatusCode.NotFound, "The lead is unknown");

        await _state.RefreshAsync();

        Assert.True(_state.Missing);
    }

    [Fact]
    public async Task Lead_that_was_read_before_a_change_does_not_take_it_back()
    {
        var (read, status) = (new TaskCompletionSource(), LeadStatus.New);
        _api.Answer($"GET /api/leads/{Rows.Id(1)}", _ => Rows.Detail(Rows.Row(1, status), null, Rows.Message(10)), LeadHeatJson.Default.LeadDetail);
        _api.Answer($"PATCH /api/leads/{Rows.Id(1)}", _ => Rows.Detail(Rows.Row(1, LeadStatus.Won), null, Rows.Message(10)), LeadHeatJson.Default.LeadDetail);
        _api.Slow[$"GET /api/leads/{Rows.Id(1)}"] = read.Task;

        var refreshing = _state.RefreshAsync();
        status = LeadStatus.Won;
        await _state.SetStatusAsync(LeadStatus.Won);
        read.SetResult();
        await refreshing;

        Assert.Equal(LeadStatus.Won, _state.Detail!.Lead.Status);
    }

    [Fact]
    public async Task Conversation_is_given_back_after_the_answer_that_took_it()
    {
        var sent = new TaskCompletionSource();
        _api.Answer($"POST /api/leads/{Rows.Id(1)}/messages", _ => Rows.Message(11, MessageAuthor.Person), LeadHeatJson.Default.MessageView);
        _api.Answer($"POST /api/leads/{Rows.Id(1)}/handling", _ => Rows.Row(1), LeadHeatJson.Default.LeadRow);
        _api.Slow[$"POST /api/leads/{Rows.Id(1)}/messages"] = sent.Task;

        var sending = _state.SendAsync("Hello");
        var giving = _state.SetHandlingAsync(Handling.Bot);
        Assert.Equal((1, Handling.Bot), (_api.Asked.Count, _state.Detail!.Lead.Handling));
        sent.SetResult();
        await Task.WhenAll(sending, giving);

        Assert.Equal(2, _api.Asked.Count);
        Assert.Equal(Handling.Bot, _state.Detail.Lead.Handling);
    }
}
