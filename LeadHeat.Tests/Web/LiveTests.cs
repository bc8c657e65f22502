using LeadHeat.Core.Live;
using LeadHeat.Tests.Worker;
using LeadHeat.Web.Live;

namespace LeadHeat.Tests.Web;

public sealed class LiveTests
{
    [Fact]
    public void News_reaches_everyone_who_listens_until_they_stop()
    {
        var feed = new LiveFeed();
        List<string> heard = [];
        var first = feed.Listen(news => heard.Add("first " + news.Kind));
        using var second = feed.Listen(news => heard.Add("second " + news.Kind));

        feed.Changed(new LiveEvent(Guid.NewGuid(), LiveEventKind.LeadChanged));
        first.Dispose();
        feed.Reload();

        Assert.Equal(["first Changed", "second Changed", "second Reload"], heard);
        Assert.True(feed.Connected);
    }

    [Fact]
    public void Loss_is_told_once()
    {
        var feed = new LiveFeed();
        var told = 0;
        feed.Reload();
        using var listening = feed.Listen(_ => told++);

        feed.Lost();
        feed.Lost();

        Assert.Equal(1, told);
        Assert.False(feed.Connected);
    }

    [Fact]
    public async Task What_is_asked_for_during_a_refresh_becomes_one_more()
    {
        var runs = 0;
        var first = new TaskCompletionSource();
        using var refresher = new Refresher(TimeProvider.System, TimeSpan.FromMilliseconds(1), _ => ++runs == 1 ? first.Task : Task.CompletedTask);

        refresher.Ask();
        refresher.Ask();
        refresher.Ask();
        Assert.Equal(1, runs);
        first.SetResult();

        await Eventually.TrueAsync(() => runs == 2, TimeSpan.FromSeconds(60), () => $"{runs} runs");
    }

    [Fact]
    public async Task What_could_not_be_read_is_asked_for_again_later_and_once()
    {
        var runs = 0;
        var clock = new HurriedClock(Refresher.Retry, TimeSpan.FromMilliseconds(20));
        using var refresher = new Refresher(clock, TimeSpan.FromMilliseconds(1), _ => { Interlocked.Increment(ref runs); return Task.CompletedTask; });
        using var unhurried = new Refresher(TimeProvider.System, Refresher.Pause, _ => throw new InvalidOperationException("Too soon"));

        refresher.AskLater();
        refresher.AskLater();
        unhurried.AskLater();

        await Eventually.TrueAsync(() => Volatile.Read(ref runs) > 0, TimeSpan.FromSeconds(60), () => "never");
        Assert.Equal(1, Volatile.Read(ref runs));
    }

    [Fact]
    public void Nothing_is_refreshed_for_a_page_that_is_gone()
    {
        var runs = 0;
        var refresher = new Refresher(TimeProvider.System, Refresher.Pause, _ => { runs++; return Task.CompletedTask; });

        refresher.Dispose();
        refresher.Ask();

        Assert.Equal(0, runs);
    }
}
