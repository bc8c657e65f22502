using System.Net;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Board;

namespace LeadHeat.Tests.Web;

public sealed class BoardStateTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly BoardState _board;

    public BoardStateTests()
    {
        _board = new BoardState(_api.Client);
        _board.Take(new Pipeline(
        [
            new(LeadStatus.New, 2, Values(("AED", 3m)), [Rows.Row(1, value: 1, currency: "AED"), Rows.Row(2, value: 2, currency: "AED")], null),
            new(LeadStatus.Working, 0, Values(), [], null),
            new(LeadStatus.Won, 0, Values(), [], null),
        ]));
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Move_shows_at_once_with_counts_and_values()
    {
        _api.Answer($"PATCH /api/leads/{Rows.Id(2)}", _ => Rows.Detail(Rows.Row(2, LeadStatus.Won)), LeadHeatJson.Default.LeadDetail);

        await _board.MoveAsync(Rows.Id(2), LeadStatus.Won);

        Assert.Equal([(1, 1m), (0, 0m), (1, 2m)], _board.Columns.Select(column => (column.Count, column.Values.GetValueOrDefault("AED"))));
        Assert.Equal(LeadStatus.Won, _board.Find(Rows.Id(2))!.Status);
    }

    [Fact]
    public async Task Refused_move_puts_the_card_back()
    {
        _api.Refuse($"PATCH /api/leads/{Rows.Id(2)}", HttpStatusCode.Conflict, "No");

        await Assert.ThrowsAsync<LeadHeatException>(() => _board.MoveAsync(Rows.Id(2), LeadStatus.Won));

        Assert.Equal([2, 0, 0], _board.Columns.Select(column => column.Count));
    }

    [Fact]
    public void Lifted_card_is_carried_over_the_columns_and_can_be_put_back()
    {
        _board.Lift(Rows.Id(1));
        _board.Carry(1);
        Assert.Equal([1, 1, 0], _board.Columns.Select(column => column.Count));

        _board.PutBack();

        Assert.Equal([2, 0, 0], _board.Columns.Select(column => column.Count));
        Assert.Empty(_api.Asked);
    }

    [Fact]
    public void Lifted_card_stops_at_the_ends_of_the_board()
    {
        _board.Lift(Rows.Id(1));

        _board.Carry(-1);
        Assert.Equal(LeadStatus.New, _board.Lifted!.To);
        for (var step = 0; step < 20; step++)
            _board.Carry(1);

        Assert.Equal(LeadStatus.Lost, _board.Lifted!.To);
    }

    [Fact]
    public async Task Board_that_was_read_before_a_move_does_not_take_it_back()
    {
        var read = new TaskCompletionSource();
        var moved = false;
        _api.Answer("GET /api/pipeline", _ => new Pipeline(
        [
            new(LeadStatus.New, moved ? 1 : 2, Values(), moved ? [Rows.Row(1)] : [Rows.Row(1), Rows.Row(2)], null),
            new(LeadStatus.Won, moved ? 1 : 0, Values(), moved ? [Rows.Row(2, LeadStatus.Won)] : [], null),
        ]), LeadHeatJson.Default.Pipeline);
        _api.Answer($"PATCH /api/leads/{Rows.Id(2)}", _ => Rows.Detail(Rows.Row(2, LeadStatus.Won)), LeadHeatJson.Default.LeadDetail);
        _api.Slow["GET /api/pipeline"] = read.Task;

        var loading = _board.LoadAsync(null);
        moved = true;
        await _board.MoveAsync(Rows.Id(2), LeadStatus.Won);
        read.SetResult();
        await loading;

        Assert.Equal(LeadStatus.Won, _board.Find(Rows.Id(2))!.Status);
    }

    [Theory]
    [InlineData(LeadStatus.New, 1, false)]
    [InlineData(LeadStatus.New, 3, true)]
    [InlineData(LeadStatus.Working, 3, false)]
    [InlineData(LeadStatus.Negotiation, 30, true)]
    [InlineData(LeadStatus.Won, 300, false)]
    public void Card_is_stale_when_it_stands_too_long(LeadStatus status, int days, bool stale)
    {
        var since = Rows.Now.AddDays(-days);

        Assert.Equal(stale, Staleness.IsStale(Rows.Row(1, status) with { StatusSince = since, LastActivityAt = since }, Rows.Now));
    }

    private static Dictionary<string, decimal> Values(params (string Currency, decimal Value)[] values) => values.ToDictionary(value => value.Currency, value => value.Value);
}
