using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>A booked next step is one thing to do for the team, however often it is said.</summary>
[Collection("app")]
public sealed class BookingTests(AppFixture fixture)
{
    public static TheoryData<string, string[], string, string> Bookings => new()
    {
        { "real-estate", ["a 2 BHK in Whitefield under 2 crore", "+91 98450 12345"], "Can I visit the first one on Saturday morning?", "on Saturday morning" },
        { "cafe", ["I'm opening a café in Pune in 2 months", "+91 98450 12345"], "I'd like a tasting on Tuesday", "tasting on Tuesday" },
        { "b2b", ["we lose leads from our website, 25 sales people", "maya@acme.example"], "Can I see a demo on Thursday at 11 am?", "demo on Thursday at 11 am" },
    };

    [Theory]
    [MemberData(nameof(Bookings))]
    public async Task A_booking_is_one_task_and_one_entry_also_when_it_is_said_twice(string playbook, string[] before, string booking, string task)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App, playbook);
        foreach (var text in before)
            await visitor.SayAsync(text);

        var first = await visitor.SayAsync(booking, "the booking");
        var repeated = await visitor.SayAsync(booking, "the booking");
        await visitor.SayAsync(booking, "said again");

        Assert.Equal(first[^1].Done!.TurnId, repeated[^1].Done!.TurnId);
        var lead = await fixture.App.Team().GetLeadAsync(await visitor.LeadIdAsync());
        Assert.Contains(task, Assert.Single(lead.Tasks).Title, StringComparison.Ordinal);
        Assert.Single(lead.Timeline, entry => entry.Kind == ActivityKind.Requested);
        Assert.Single(lead.Timeline, entry => entry.Kind == ActivityKind.TaskAdded);
        Assert.Equal($"{before.Length + 2}", await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}'"));
    }

    [Fact]
    public async Task A_booking_that_comes_twenty_times_at_once_is_one_task()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("a 2 BHK in Whitefield under 2 crore, +91 98450 12345");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.SayAsync("Can I visit the first one on Saturday?", "the same")));

        Assert.Single((await fixture.App.Team().GetLeadAsync(await visitor.LeadIdAsync())).Tasks);
    }
}
