using System.Net.WebSockets;
using System.Reflection;
using System.Text.Json;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using LeadHeat.Web.Chat;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>The visitors' hub over bare web sockets.</summary>
[Collection("app")]
public sealed class HubAttackTests(AppFixture fixture)
{
    private const string Secret = "My number is 98450 12345 and nobody else's";

    /// <summary>The hub's methods; each has its case in <see cref="Another_visitor_s_ids_open_nothing"/>.</summary>
    private static readonly string[] Methods = ["Consent", "Earlier", "Send", "Start"];

    [Theory]
    [InlineData("/chat/hub", "https://evil.example", 403)]
    [InlineData("/chat/hub", "null", 403)]
    [InlineData("/chat/hub", "http://localhost.evil.example", 403)]
    [InlineData("/chat/hub", "http://localhost:5999", 101)]
    [InlineData("/chat/hub", "self", 101)]
    [InlineData("/_blazor", "https://evil.example", 403)]
    [InlineData("/_blazor", "null", 403)]
    [InlineData("/_blazor", "http://localhost:5999", 403)]
    public async Task Sockets_open_for_the_own_pages_and_for_listed_sites_only(string path, string origin, int expected)
    {
        var (hub, status) = await RawHub.OpenAsync(fixture.App, path, origin == "self" ? fixture.App.WebUrl : origin);
        hub?.Dispose();

        Assert.Equal(expected, status);
    }

    [Fact]
    public void Every_method_of_the_hub_has_a_case() => Assert.Equal(
        Methods, typeof(ChatHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsVirtual).Select(method => method.Name).Order());

    [Fact]
    public async Task Another_visitor_s_ids_open_nothing()
    {
        using var victim = await RawHub.EnterAsync(fixture.App);
        using var thief = await RawHub.EnterAsync(fixture.App);
        var started = await victim.CallAsync("Start", false, "real-estate", $"{Guid.NewGuid():N}");
        await victim.CallAsync("Send", true, Secret, "stolen-1", 0);
        var session = JsonDocument.Parse(started).RootElement.GetProperty("result").GetProperty("started").GetProperty("greetingId").GetGuid();
        var ids = (await Psql.RunAsync(fixture.App, $"""
            select string_agg(id::text, ' ') from (
                select m.id from messages m join sessions s on s.conversation_id = m.conversation_id where s.id = '{session}'
                union all select conversation_id from sessions where id = '{session}'
                union all select t.id from turns t join sessions s on s.conversation_id = t.conversation_id where s.id = '{session}'
                union all select '{session}'::uuid) ids
            """))!.Split(' ');

        foreach (var method in Methods.Where(method => method != "Start"))
            Assert.DoesNotContain("98450", await AskAsync(thief, method, ids[0]), StringComparison.Ordinal);
        foreach (var key in ids)
            Assert.DoesNotContain("98450", await thief.CallAsync("Start", false, "real-estate", key), StringComparison.Ordinal);
        foreach (var id in ids)
            foreach (var method in Methods.Where(method => method != "Start"))
                Assert.DoesNotContain("98450", await AskAsync(thief, method, id), StringComparison.Ordinal);

        Assert.Equal("1", await Psql.RunAsync(fixture.App, $"select count(*) from messages m join sessions s on s.conversation_id = m.conversation_id where s.id = '{session}' and m.author = 'visitor'"));
    }

    [Theory]
    [InlineData("Join")]
    [InlineData("OnDisconnectedAsync")]
    [InlineData("Dispose")]
    [InlineData("get_Context")]
    public async Task What_is_no_method_is_not_called(string method)
    {
        using var hub = await RawHub.EnterAsync(fixture.App);

        var answer = await hub.CallAsync(method, false);

        Assert.Contains("error", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("at LeadHeat", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oversized_frame_ends_its_own_connection_and_no_other()
    {
        using var hub = await RawHub.EnterAsync(fixture.App);
        using var other = await RawHub.EnterAsync(fixture.App);
        try
        {
            await hub.WriteAsync(new string('[', 4_000_000));
        }
        catch (WebSocketException)
        {
            // It was closed while this was being sent.
        }

        var last = await hub.ReadAsync();
        Assert.True(last is null || last.Contains("\"type\":7", StringComparison.Ordinal), last);
        Assert.Contains("greetingId", await other.CallAsync("Start", false, "real-estate", $"{Guid.NewGuid():N}"), StringComparison.Ordinal);
    }

    // A message of the victim's under its very id, and whatever else may be asked with an id.
    private static Task<string> AskAsync(RawHub hub, string method, string id) => method switch
    {
        "Earlier" => hub.CallAsync(method, false, id),
        "Send" => hub.CallAsync(method, true, "hello", "stolen-1", 0),
        _ => hub.CallAsync(method, false, true, "You may call me.", id),
    };
}
