using System.Net;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Intake;

namespace LeadHeat.Tests.Web;

public sealed class IntakeStateTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly IntakeState _state;
    private InboundItem[] _dead = [Item(1), Item(2), Item(3)];

    public IntakeStateTests()
    {
        _state = new(_api.Client);
        _api.Answer("GET /api/inbound/counts", _ => new InboundCounts(0, 0, _dead.Length, 4), LeadHeatJson.Default.InboundCounts);
        _api.Answer("GET /api/inbound", Page, LeadHeatJson.Default.InboundPage);
        _api.Answer("POST /api/inbound/search", _ => new InboundPage([], null), LeadHeatJson.Default.InboundPage);
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task What_was_loaded_stays_loaded_when_it_is_read_again()
    {
        await _state.LoadAsync(null);
        await _state.MoreAsync(InboundState.Dead);
        Assert.Equal(3, _state.Shown!.Dead.Items.Count);

        await _state.LoadAsync(null);

        Assert.Equal(["1", "2", "3"], _state.Shown.Dead.Items.Select(item => item.ExternalId));
        Assert.Null(_state.Shown.Dead.Next);
    }

    [Fact]
    public async Task Nothing_is_clear_while_something_waits_for_an_admin()
    {
        _dead = [];
        string? held = null;
        _api.Answer("GET /api/inbound/counts", _ => new InboundCounts(7, 0, 0, 0, Held: held), LeadHeatJson.Default.InboundCounts);
        await _state.LoadAsync(null);
        Assert.True(_state.IsClear);

        held = "Renew the token.";
        await _state.LoadAsync(null);

        Assert.False(_state.IsClear);
    }

    [Fact]
    public async Task What_is_tried_again_says_so_until_it_is_handled()
    {
        await _state.LoadAsync(null);
        var item = _state.Shown!.Dead.Items[0];
        _api.Answer($"POST /api/inbound/{item.Id}/replay", _ => new InboundReplayed(1), LeadHeatJson.Default.InboundReplayed);

        await _state.TryAgainAsync(item);
        Assert.True(_state.IsAsked(item));
        _dead = [Item(2)];
        await _state.LoadAsync(null);

        Assert.False(_state.IsAsked(item));
    }

    [Fact]
    public async Task Nothing_is_clear_while_something_is_looked_for_and_a_refusal_keeps_what_was_shown()
    {
        _dead = [];
        await _state.LoadAsync(null);
        Assert.True(_state.IsClear);

        await _state.LoadAsync("wamid.1");
        Assert.False(_state.IsClear);
        _api.Refuse("POST /api/inbound/search", HttpStatusCode.ServiceUnavailable, "Away");
        await _state.LoadAsync("wamid.1");

        Assert.Equal(("Away", "wamid.1"), (_state.Fault, _state.Shown!.Id));
    }

    private InboundPage Page(string query) => query.Contains("state=quarantined", StringComparison.Ordinal)
        ? new([], null)
        : query.Contains("cursor", StringComparison.Ordinal) ? new(_dead[2..], null) : new([.. _dead.Take(2)], _dead.Length > 2 ? "older" : null);

    private static InboundItem Item(int number) => new(
        Rows.Id(number), InboundChannel.Whatsapp, InboundKind.Message, $"{number}", InboundState.Dead, "Refused", 5, null, null, Rows.Now, null);
}
