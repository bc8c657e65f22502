using System.Net;
using System.Net.Http.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using StackExchange.Redis;

namespace LeadHeat.Tests.Api.Turns;

[Collection("app")]
public sealed class TurnTests(AppFixture fixture)
{
    private const string Wish = "Looking for a 2BHK in Whitefield under 2 Cr within 3 months";

    [Fact]
    public async Task A_message_that_comes_twenty_times_at_once_is_one_turn_with_one_reply()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.SayAsync(Wish, "the same")));

        Assert.Single(told.Select(events => events[^1].Done!.MessageId).Distinct());
        Assert.Equal("1", await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}'"));
        Assert.Equal(
            [MessageAuthor.Bot, MessageAuthor.Visitor, MessageAuthor.Bot], (await visitor.MessagesAsync()).Select(message => message.Author));
        Assert.Equal("1", await visitor.AskAsync("select count(*) from leads where conversation_id = '{0}'"));
        Assert.Equal("3", await visitor.AskAsync("select message_count from leads where conversation_id = '{0}'"));
    }

    [Fact]
    public async Task Who_comes_back_gets_what_is_missing()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var whole = await visitor.SayAsync(Wish, "one");
        var middle = whole.FindIndex(told => told.Kind == TurnEventKind.Delta);

        var rest = await visitor.SayAsync(Wish, "one", whole[middle].Id);
        var nothing = await visitor.SayAsync(Wish, "one", whole[^1].Id);

        Assert.Equal(whole.Skip(middle + 1).Select(told => told.Id), rest.Select(told => told.Id));
        Assert.Equal(whole[^1].Done!.Reply!.Text, rest[^1].Done!.Reply!.Text);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task Who_comes_back_when_Redis_has_forgotten_gets_the_whole_reply_again()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var whole = await visitor.SayAsync(Wish, "one");
        var done = whole[^1].Done!;
        using (var redis = await ConnectionMultiplexer.ConnectAsync(fixture.App.ConnectionString("redis")))
            // The end is told before Redis has it.
            await Eventually.TrueAsync(() => redis.GetDatabase().KeyDeleteAsync(JobNames.EventsOf(done.TurnId)), TimeSpan.FromSeconds(60), () => "Redis was told nothing");

        var again = await visitor.SayAsync(Wish, "one", whole[0].Id);

        Assert.Equal([TurnEventKind.Step, TurnEventKind.Delta, TurnEventKind.Done], again.Select(told => told.Kind));
        Assert.Equal("restarted", again[0].Step!.Name);
        Assert.Equal(done.Reply!.Text, again[1].Delta!.Text);
        Assert.Equal(done.Reply.Id, again[2].Done!.MessageId);
        Assert.True(again[0].Id > whole[0].Id);
    }

    [Fact]
    public async Task Turns_of_one_conversation_are_answered_in_their_order()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        string[] texts = ["Hello", Wish, "My loan is approved", "I am Asha, asha@example.com", "Thank you"];

        // Each is written when the one before it is stored, whether or not that is answered: two at once have no order.
        List<Task> turns = [];
        foreach (var text in texts)
        {
            turns.Add(visitor.SayAsync(text));
            await Eventually.TrueAsync(
                async () => await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}'") == $"{turns.Count}", TimeSpan.FromSeconds(60), () => "a turn");
        }

        await Task.WhenAll(turns);

        Assert.Equal("5", await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}' and state = 'done' and attempts = 1"));
        Assert.Equal("0", await visitor.AskAsync(
            "select count(*) from turns a join turns b using (conversation_id) where conversation_id = '{0}' and a.id < b.id and a.finished_at >= b.finished_at"));
        Assert.Equal("5", await visitor.AskAsync("select dialogue ->> 'turns' from conversations where id = '{0}'"));
    }

    [Fact]
    public async Task Messages_of_one_conversation_that_come_at_once_are_all_stored_and_counted()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello");

        var told = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => visitor.SayAsync("Hello", $"message {i % 8}")));

        Assert.Equal(8, told.Select(events => events[^1].Done!.MessageId).Distinct().Count());
        Assert.Equal("9", await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}'"));
        Assert.Equal("19", await visitor.AskAsync("select message_count from leads where conversation_id = '{0}'"));
    }

    [Fact]
    public async Task Scores_are_for_the_team_and_never_for_visitors()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);

        var asVisitor = await visitor.SayAsync(Wish, "one");
        var asTeam = await visitor.SayAsync(fixture.App.Team(), Wish, "one");

        Assert.Contains(asTeam, told => told.Kind == TurnEventKind.Score);
        Assert.Contains(asTeam, told => told.Tool?.Name == "lead_score");
        Assert.True(asTeam[^1].Done is { Score.Score: > 0, LeadId: not null, Reply.Tools.Count: > 0 });
        Assert.DoesNotContain(asVisitor, told => told.Kind == TurnEventKind.Score || told.Tool?.Name == "lead_score");
        Assert.True(asVisitor[^1].Done is { Score: null, LeadId: null, Reply.Tools.Count: 0 });
        Assert.All(await visitor.MessagesAsync(), message => Assert.Empty(message.Tools));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData(null)]
    public async Task Without_a_text_nothing_is_stored(string? text) => await RefusedAsync(text, HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_endless_text_is_refused_whole() => await RefusedAsync(new string('x', 4001), HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_unknown_session_is_said_before_any_stream()
    {
        using var http = fixture.App.ApiClient();

        using var answer = await http.PostAsJsonAsync(Routes.Turns, new SendTurn(Guid.CreateVersion7(), "Hello", "one"), LeadHeatJson.Default.SendTurn);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private async Task RefusedAsync(string? text, HttpStatusCode status)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        using var http = fixture.App.ApiClient();

        using var answer = await http.PostAsJsonAsync(new Uri(Routes.Turns, UriKind.Relative), new { visitor.SessionId, text, clientMessageId = "one" });

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("0", await visitor.AskAsync("select count(*) from messages where conversation_id = '{0}'"));
        Assert.Equal(Handling.Bot, (await fixture.App.Service().StartSessionAsync(new StartSession("real-estate"))).Handling);
    }
}
