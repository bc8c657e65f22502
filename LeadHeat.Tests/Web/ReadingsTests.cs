using System.Net;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Tests.Web;

public sealed class ReadingsTests
{
    private readonly Readings _readings = new();
    private readonly List<string> _shown = [];

    [Fact]
    public async Task Answer_that_comes_after_that_to_a_later_reading_is_not_shown()
    {
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        Task[] reading = [Read(first.Task), Read(second.Task)];

        second.SetResult("new");
        first.SetResult("old");
        await Task.WhenAll(reading);

        Assert.Equal(["new"], _shown);
    }

    [Fact]
    public async Task Answers_in_their_order_are_all_shown()
    {
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        Task[] reading = [Read(first.Task), Read(second.Task)];

        first.SetResult("old");
        await reading[0];
        second.SetResult("new");
        await Task.WhenAll(reading);

        Assert.Equal(["old", "new"], _shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_asked_for_before_a_change_had_ended_is_read_again_after_it(bool answeredDuringIt)
    {
        var (read, changed) = (new TaskCompletionSource<string>(), new TaskCompletionSource());
        var reads = new Queue<Task<string>>([read.Task, Task.FromResult("after")]);
        var reading = _readings.ReadAsync(() => reads.Dequeue(), _shown.Add);
        var changing = _readings.ChangeAsync(async () =>
        {
            _shown.Add("changed");
            await changed.Task;
        });

        if (answeredDuringIt)
            read.SetResult("before");
        changed.SetResult();
        await changing;
        read.TrySetResult("before");
        await reading;

        Assert.Equal(["changed", "after"], _shown);
    }

    [Fact]
    public async Task Change_that_fails_lets_readings_go_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _readings.ChangeAsync(() => throw new InvalidOperationException("refused")));

        await Read(Task.FromResult("still"));

        Assert.Equal(["still"], _shown);
    }

    [Fact]
    public async Task Failure_counts_unless_something_later_shows_already()
    {
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        Task[] reading = [Read(first.Task), Read(second.Task)];
        var away = new LeadHeatException(HttpStatusCode.ServiceUnavailable, "Away", null, null);

        second.SetResult("new");
        await reading[1];
        first.SetException(away);
        await reading[0];

        await Assert.ThrowsAsync<LeadHeatException>(() => Read(Task.FromException<string>(away)));
        Assert.Equal(["new"], _shown);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(HttpStatusCode.TooManyRequests, 1)]
    [InlineData(HttpStatusCode.Forbidden, 0)]
    [InlineData(HttpStatusCode.NotFound, 0)]
    public async Task Only_what_may_be_had_later_is_missed(HttpStatusCode status, int missed)
    {
        var heard = 0;
        _readings.Missed += () => heard++;

        await Assert.ThrowsAsync<LeadHeatException>(() => Read(Task.FromException<string>(new LeadHeatException(status, "Not now", null, null))));

        Assert.Equal(missed, heard);
    }

    private Task Read(Task<string> answer) => _readings.ReadAsync(() => answer, _shown.Add);
}
