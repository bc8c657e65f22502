using System.Text.Json;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Tests.Api.Turns;

public sealed class TurnStreamsTests
{
    private readonly TurnStreams _streams = new(TimeProvider.System, NullLogger<TurnStreams>.Instance);

    [Fact]
    public void Everybody_who_waits_for_a_turn_gets_its_events_and_nobody_elses()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        TurnStream[] waiting = [_streams.Open(one), _streams.Open(one), _streams.Open(other)];

        _streams.Route(Json(Step(one, 1), Step(one, 2), Step(other, 3), Step(Guid.NewGuid(), 4)));

        Assert.Equal([[1, 2], [1, 2], [3]], waiting.Select(Received));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Who_leaves_takes_nothing_from_those_who_stay(int leaves)
    {
        var turn = Guid.NewGuid();
        TurnStream[] waiting = [_streams.Open(turn), _streams.Open(turn), _streams.Open(turn)];

        _streams.Close(waiting[leaves]);
        _streams.Route(Json(Step(turn, 1)));

        Assert.Equal(waiting.Select(stream => stream == waiting[leaves] ? Array.Empty<long>() : [1]), waiting.Select(Received));
        Assert.Equal(2, _streams.All().Count);
    }

    [Fact]
    public void Nothing_is_kept_of_streams_that_are_closed()
    {
        var turn = Guid.NewGuid();
        TurnStream[] waiting = [_streams.Open(turn), _streams.Open(turn)];

        foreach (var stream in waiting)
            _streams.Close(stream);

        Assert.Empty(_streams.All());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("""[{"turnId":"no id","id":1}]""")]
    [InlineData("""[{"turnId":"01a1fe1d-e33b-79fd-b2aa-cd2e4b7622ed","id":"x","kind":"step"}]""")]
    [InlineData("""[{"id":1,"kind":"unheard_of","step":{}}]""")]
    [InlineData("""[{"id":1,"kind":"step","step":null}]""")]
    public void What_is_no_event_is_skipped(string strange)
    {
        var turn = Guid.NewGuid();
        var stream = _streams.Open(turn);

        _streams.Route(System.Text.Encoding.UTF8.GetBytes(strange));
        _streams.Route(Json(Step(turn, 1)));

        Assert.Equal([1], Received(stream));
    }

    private static TurnEvent Step(Guid turnId, long id) => new(turnId, id, TurnEventKind.Step, Step: new("thinking"));

    private static byte[] Json(params TurnEvent[] events) => JsonSerializer.SerializeToUtf8Bytes(events, LeadHeatJson.Default.IReadOnlyListTurnEvent);

    private static long[] Received(TurnStream stream)
    {
        List<long> ids = [];
        while (stream.Events.TryRead(out var events))
            ids.AddRange(events.Select(sent => sent.Id));
        return [.. ids];
    }
}
