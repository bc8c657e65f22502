using System.Net;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>A conversation is the bot's, the queue's or one person's, and everybody knows whose.</summary>
[Collection("app")]
public sealed class OwnershipTests(AppFixture fixture)
{
    private readonly LeadHeatClient _team = fixture.App.Team();

    [Fact]
    public async Task A_conversation_goes_from_the_bot_to_the_queue_to_a_person_and_back_and_each_time_the_visitor_is_told()
    {
        var (visitor, lead) = await HandedOverAsync();
        var queued = (await _team.GetLeadAsync(lead)).Owner!;
        var (asha, _, _) = await Caller.MemberAsync(fixture.App, "agent");

        await asha.Client.ChangeHandlingAsync(lead, Handling.Human, queued.Version);
        var taken = await _team.GetLeadAsync(lead);
        await asha.Client.SendMessageAsync(lead, new SendMessage("Here I am", "one", taken.Owner!.Version));
        var answered = await _team.GetLeadAsync(lead);
        await asha.Client.ChangeHandlingAsync(lead, Handling.Bot, answered.Owner!.Version);
        var given = await _team.GetLeadAsync(lead);

        Assert.Equal([Handling.Queued, Handling.Human, Handling.Human, Handling.Bot], new[] { queued, taken.Owner, answered.Owner, given.Owner! }.Select(owner => owner.Handling));
        Assert.Equal([2, 3, 3, 4], new[] { queued, taken.Owner, answered.Owner, given.Owner! }.Select(owner => owner.Version));
        Assert.NotNull(taken.Lead.WaitingSince);
        Assert.Null(answered.Lead.WaitingSince);
        Assert.Equal("Test agent", taken.Owner.PersonName);
        Assert.Equal("Asked for a person", taken.Owner.Reason);
        Assert.Null(given.Owner!.Reason);
        Assert.Equal(["Test is here now.", "Here I am", "Our assistant answers you again."], (await visitor.MessagesAsync()).TakeLast(3).Select(message => message.Text));
        asha.Dispose();
    }

    [Fact]
    public async Task A_hand_over_says_something_starts_the_clock_and_tells_a_person_what_to_know()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("A 2BHK in Whitefield under 2 Cr. Is there parking?");

        var told = await visitor.SayAsync("Let me talk to a person please");
        var detail = await _team.GetLeadAsync(await visitor.LeadIdAsync());

        Assert.False(string.IsNullOrWhiteSpace(told[^1].Done!.Reply!.Text));
        Assert.NotNull(detail.Lead.WaitingSince);
        Assert.Equal(detail.Lead.WaitingSince, detail.Owner!.Since);
        var summary = detail.Owner.Summary!;
        Assert.Equal("Asked for a person", summary.Why);
        Assert.Contains(summary.Known, line => line.StartsWith("Budget: ", StringComparison.Ordinal));
        Assert.Equal(["A 2BHK in Whitefield under 2 Cr. Is there parking?"], summary.Asked);
        Assert.NotEmpty(summary.Open);
        Assert.Equal("Let me talk to a person please", summary.LastWords);
    }

    [Fact]
    public async Task In_the_queue_the_bot_notes_what_is_said_and_neither_asks_nor_hands_over_again()
    {
        var (visitor, lead) = await HandedOverAsync();

        var first = await visitor.SayAsync("My budget is under 2 Cr");
        var again = await visitor.SayAsync("Hello? I want a human!!");
        var contact = await visitor.SayAsync("asha@example.com");
        var detail = await _team.GetLeadAsync(lead);

        foreach (var told in new[] { first, again, contact })
        {
            Assert.True(told[^1].Done is { Reply: { Chips.Count: 0, Cards.Count: 0 }, Handling: Handling.Queued });
            Assert.DoesNotContain(told, one => one.Kind == TurnEventKind.Handoff);
            Assert.DoesNotContain('?', told[^1].Done!.Reply!.Text);
        }

        Assert.Equal((2, Handling.Queued), (detail.Owner!.Version, detail.Lead.Handling));
        Assert.Contains(detail.Facts, fact => fact.Field == "budget");
        Assert.Equal("asha@example.com", detail.Contact.Email);
        Assert.Contains("colleague", again[^1].Done!.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_take_it_at_once_one_wins_and_the_other_is_told_who()
    {
        var (_, lead) = await HandedOverAsync();
        var seen = (await _team.GetLeadAsync(lead)).Owner!.Version;
        var people = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Caller.MemberAsync(fixture.App, "agent")));

        var tries = await Task.WhenAll(people.Select(async person =>
        {
            try
            {
                await person.Caller.Client.ChangeHandlingAsync(lead, Handling.Human, seen);
                return null;
            }
            catch (LeadHeatException refused)
            {
                return refused;
            }
        }));

        var loser = Assert.Single(tries, refused => refused is not null)!;
        var owner = (await _team.GetLeadAsync(lead)).Owner!;
        Assert.Equal(HttpStatusCode.Conflict, loser.Status);
        Assert.Equal("Test agent has taken this conversation.", loser.Detail);
        Assert.Equal(people[Array.IndexOf(tries, null)].Member.Id, owner.PersonId);
        Assert.Equal(seen + 1, owner.Version);
    }

    [Fact]
    public async Task A_stale_sender_is_refused_until_he_has_seen_who_has_it()
    {
        var (visitor, lead) = await HandedOverAsync();
        var seen = (await _team.GetLeadAsync(lead)).Owner!.Version;
        var (asha, _, _) = await Caller.MemberAsync(fixture.App, "agent");
        var (ravi, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        await asha.Client.SendMessageAsync(lead, new SendMessage("Asha here", "one", seen));

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => ravi.Client.SendMessageAsync(lead, new SendMessage("Ravi here", "two", seen)));
        var givenBack = await Assert.ThrowsAsync<LeadHeatException>(() => ravi.Client.ChangeHandlingAsync(lead, Handling.Bot, seen));
        var again = await asha.Client.SendMessageAsync(lead, new SendMessage("Asha here", "one", seen));
        var now = (await _team.GetLeadAsync(lead)).Owner!;
        await ravi.Client.SendMessageAsync(lead, new SendMessage("I take it from Asha", "three", now.Version));

        Assert.Equal((HttpStatusCode.Conflict, "Test agent has taken this conversation. Your answer was not sent."), (refused.Status, refused.Detail));
        Assert.Equal(HttpStatusCode.Conflict, givenBack.Status);
        Assert.Equal("Asha here", again.Text);
        Assert.Equal(member.Id, (await _team.GetLeadAsync(lead)).Owner!.PersonId);
        Assert.Equal(["Asha here", "I take it from Asha"], (await visitor.MessagesAsync()).Where(message => message.Author == MessageAuthor.Person).Select(message => message.Text));
    }

    [Fact]
    public async Task After_a_give_back_nothing_from_before_hands_over_again()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        foreach (var angry in new[] { "This is useless!!", "You are not helping at all, terrible service", "This is ridiculous, what a waste of time!!" })
            await visitor.SayAsync(angry);
        var lead = await visitor.LeadIdAsync();
        if ((await _team.GetLeadAsync(lead)).Lead.Handling == Handling.Bot)
            await visitor.SayAsync("I want to talk to a human now");

        for (var round = 0; round < 3; round++)
        {
            var row = await _team.ChangeHandlingAsync(lead, Handling.Bot);
            var told = await visitor.SayAsync(round == 2 ? "yes" : "Do you have a 2BHK in Whitefield?");

            Assert.Equal((Handling.Bot, null), (row.Handling, row.WaitingSince));
            Assert.DoesNotContain(told, one => one.Kind == TurnEventKind.Handoff);
            Assert.True(told[^1].Done is { Reply: not null, Handling: Handling.Bot }, $"round {round}");
            await _team.ChangeHandlingAsync(lead, Handling.Queued);
        }
    }

    [Fact]
    public async Task A_message_that_changes_hands_on_its_way_is_answered_all_the_same()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Visitor.ArriveAsync(fixture.App)));
        await Task.WhenAll(visitors.Select(visitor => visitor.SayAsync("Hello")));

        await Task.WhenAll(visitors.Select(async visitor =>
        {
            var lead = await visitor.LeadIdAsync();
            var saying = visitor.SayAsync("A 2BHK in Whitefield under 2 Cr, please");
            await _team.ChangeHandlingAsync(lead, Handling.Queued);
            await _team.ChangeHandlingAsync(lead, Handling.Bot);
            Assert.NotNull((await saying)[^1].Done!.Reply);
        }));
    }

    private async Task<(Visitor Visitor, Guid Lead)> HandedOverAsync()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("I want to talk to a human");
        return (visitor, await visitor.LeadIdAsync());
    }
}
