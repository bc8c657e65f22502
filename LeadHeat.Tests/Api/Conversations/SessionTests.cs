using System.Net;
using System.Net.Http.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Conversations;

[Collection("app")]
public sealed class SessionTests(AppFixture fixture)
{
    private readonly LeadHeatClient _api = fixture.App.Service();

    [Fact]
    public async Task The_same_key_resumes_the_same_conversation_with_what_was_said()
    {
        var key = NewKey();
        var first = await _api.StartSessionAsync(new StartSession("real-estate", SessionKey: key));
        var visitor = new Visitor(fixture.App, _api, first);
        await visitor.SayAsync("Hello, I look for a flat");

        var again = await _api.StartSessionAsync(new StartSession("real-estate", SessionKey: key));

        Assert.Equal((first.SessionId, first.ConversationId, true, Handling.Bot), (again.SessionId, again.ConversationId, again.Resumed, again.Handling));
        Assert.Equal([MessageAuthor.Bot, MessageAuthor.Visitor, MessageAuthor.Bot], again.Messages.Select(message => message.Author));
        Assert.Equal([first.Greeting, "Hello, I look for a flat"], again.Messages.Take(2).Select(message => message.Text));
    }

    [Fact]
    public async Task A_key_that_comes_twenty_times_at_once_is_one_conversation()
    {
        var key = NewKey();

        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _api.StartSessionAsync(new StartSession("real-estate", SessionKey: key))));

        Assert.Single(started.Select(session => (session.SessionId, session.ConversationId)).Distinct());
        Assert.Single(started, session => !session.Resumed);
        Assert.Equal("1", await Psql.RunAsync(fixture.App, $"select count(*) from conversations where id = '{started[0].ConversationId}'"));
    }

    [Fact]
    public async Task A_key_speaks_for_one_business_only()
    {
        var key = NewKey();

        var homes = await _api.StartSessionAsync(new StartSession("real-estate", SessionKey: key));
        var coffee = await _api.StartSessionAsync(new StartSession("cafe", SessionKey: key));

        Assert.NotEqual(homes.ConversationId, coffee.ConversationId);
    }

    [Fact]
    public async Task A_visitor_who_has_not_written_is_no_lead()
    {
        var started = await _api.StartSessionAsync(new StartSession("real-estate"));

        Assert.Equal("", await Psql.RunAsync(fixture.App, $"select lead_id from conversations where id = '{started.ConversationId}'"));
        Assert.Equal("64", $"{started.SessionKey.Length}");
        Assert.Empty(started.Messages);
    }

    [Fact]
    public async Task A_long_conversation_is_read_page_by_page_from_its_end()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello, I look for a flat");
        await visitor.AskAsync(Chatter(250));

        var latest = await visitor.MessagesAsync();
        var earlier = await _api.GetEarlierSessionMessagesAsync(visitor.SessionId, latest[0].Id);
        var first = await _api.GetEarlierSessionMessagesAsync(visitor.SessionId, earlier[0].Id);
        var nothing = await _api.GetEarlierSessionMessagesAsync(visitor.SessionId, first[0].Id);

        Assert.Equal((100, 100, 53, 0), (latest.Count, earlier.Count, first.Count, nothing.Count));
        Assert.Equal(
            Enumerable.Range(1, 250).Select(number => $"word {number}"), ((IReadOnlyList<MessageView>[])[first, earlier, latest]).SelectMany(page => page).Skip(3).Select(message => message.Text));
        Assert.Equal(visitor.SessionId, first[0].Id);
    }

    /// <summary>So many messages of a person, each later than all that anybody writes.</summary>
    public static string Chatter(int count) => $$"""
        insert into messages (id, conversation_id, author, author_name, text, external_id, created_at)
        select ('ffffffff-ffff-7' || lpad(to_hex(n), 3, '0') || '-8000-' || right('{0}', 12))::uuid, '{0}', 'person', 'Priya Nair', 'word ' || n, 'chatter ' || n, now()
        from generate_series(1, {{count}}) n
        """;

    [Fact]
    public async Task Strangers_may_start_a_chat_and_read_no_other()
    {
        using var stranger = Clients.Http(fixture.App, null);

        using var started = await stranger.PostAsJsonAsync(new Uri(Routes.Sessions, UriKind.Relative), new { playbook = "real-estate" });
        using var unknown = await stranger.GetAsync(new Uri(Routes.SessionMessages(Guid.NewGuid(), null), UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (started.StatusCode, unknown.StatusCode));
    }

    private static string NewKey() => $"{Guid.NewGuid():N}";
}
