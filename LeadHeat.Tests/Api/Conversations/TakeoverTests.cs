using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>Once a person has answered, the bot says nothing, however close the two were.</summary>
[Collection("app")]
public sealed class TakeoverTests(AppFixture fixture)
{
    private readonly LeadHeatClient _team = fixture.App.Team();

    [Fact]
    public async Task Human_takeover_silences_the_bot()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello");
        var lead = await visitor.LeadIdAsync();

        var answer = await _team.SendMessageAsync(lead, new SendMessage("This is Ravi. How can I help?", "one"));
        var told = await visitor.SayAsync("Hello Ravi");

        Assert.Equal(MessageAuthor.Person, answer.Author);
        Assert.Equal([TurnEventKind.Done], told.Select(one => one.Kind));
        Assert.True(told[0].Done is { Reply: null, Handling: Handling.Human });
        Assert.Equal(
            [MessageAuthor.Bot, MessageAuthor.Visitor, MessageAuthor.Bot, MessageAuthor.Person, MessageAuthor.Visitor],
            (await visitor.MessagesAsync()).Select(message => message.Author));
        Assert.NotEqual("", await visitor.AskAsync("select waiting_since from leads where conversation_id = '{0}'"));
    }

    [Fact]
    public async Task An_answer_that_is_sent_twice_is_one_message()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello");
        var lead = await visitor.LeadIdAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _team.SendMessageAsync(lead, new SendMessage("Hello!", "one"))));

        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal("1", await visitor.AskAsync("select count(*) from messages where conversation_id = '{0}' and author = 'person'"));
        Assert.Equal("2", await visitor.AskAsync("select owner_version from conversations where id = '{0}'"));
    }

    [Fact]
    public async Task No_bot_message_comes_after_a_takeover_however_they_race()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Visitor.ArriveAsync(fixture.App)));
        await Task.WhenAll(visitors.Select(visitor => visitor.SayAsync("Hello")));
        var leads = await Task.WhenAll(visitors.Select(visitor => visitor.LeadIdAsync()));

        await Task.WhenAll(visitors.Select((visitor, at) => RaceAsync(visitor, leads[at], TimeSpan.FromMilliseconds(at))));

        var late = await Psql.RunAsync(
            fixture.App,
            $"""
            select count(*) from messages bot join messages person using (conversation_id)
            where conversation_id in ('{string.Join("','", visitors.Select(visitor => visitor.ConversationId))}')
                and bot.author = 'bot' and person.author = 'person' and (bot.id > person.id or bot.created_at >= person.created_at)
            """);
        Assert.Equal("0", late);
    }

    // Three messages at once, and a person between them.
    private async Task RaceAsync(Visitor visitor, Guid lead, TimeSpan delay)
    {
        var turns = Enumerable.Range(0, 3).Select(number => visitor.SayAsync($"Do you have {number + 1} bedrooms in Whitefield?")).ToList();
        await Task.Delay(delay);
        await _team.SendMessageAsync(lead, new SendMessage("I take over", "one"));
        foreach (var told in await Task.WhenAll(turns))
            Assert.Equal(TurnEventKind.Done, told[^1].Kind);
    }
}
