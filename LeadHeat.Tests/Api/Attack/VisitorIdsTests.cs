using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Visitor = LeadHeat.Tests.Api.Conversations.Visitor;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>What a visitor gets with ids of another one's: at all addresses that visitors use, nothing.</summary>
[Collection("app")]
public sealed class VisitorIdsTests(AppFixture fixture)
{
    private const string Secret = "98450 54321";

    [Fact]
    public async Task Ids_of_another_visitor_s_chat_are_unknown_or_show_nothing()
    {
        var (victim, thief) = (await Visitor.ArriveAsync(fixture.App), await Visitor.ArriveAsync(fixture.App));
        await victim.SayAsync($"My number is {Secret}", "stolen");
        await thief.SayAsync("Hello");
        var ids = (await victim.AskAsync("""
            select string_agg(id::text, ' ') from (
                select '{0}'::uuid id union all select lead_id from conversations where id = '{0}' union all select contact_id from leads where conversation_id = '{0}'
                union all select id from turns where conversation_id = '{0}' union all select id from messages where conversation_id = '{0}') ids
            """))!.Split(' ').Where(id => id != victim.SessionId.ToString()).ToArray();
        using var caller = Caller.Service(fixture.App);
        using var stranger = Caller.Spoofing(fixture.App, Caller.AnyAddress());
        List<string> told = [];
        foreach (var id in ids)
        {
            // None of these is the session (the greeting has its id): whoever knows that is its visitor.
            foreach (var by in (Caller[])[caller, stranger])
            {
                await AskAsync(() => by.GetAsync($"{Routes.Sessions}/{id}/messages"), 404);
                await AskAsync(() => by.PostAsync($"{Routes.Sessions}/{id}/consent", """{"purpose":"marketing","granted":true,"words":"You may call me."}"""), 404);
                await AskAsync(() => by.PostAsync(Routes.Turns, $$"""{"sessionId":"{{id}}","text":"hello","clientMessageId":"stolen"}"""), 404);
            }

            foreach (var place in (string[])["before", "after"])
                await AskAsync(() => caller.GetAsync($"{Routes.Sessions}/{thief.SessionId}/messages?{place}={id}"), 200);
        }

        Assert.Empty(told);
        // The same id of a message, from another visitor, is another message.
        var answer = await thief.SayAsync("hello again", "stolen");
        Assert.DoesNotContain(Secret, string.Join('\n', answer), StringComparison.Ordinal);
        Assert.Equal("1", await victim.AskAsync("select count(*) from messages where conversation_id = '{0}' and author = 'visitor'"));

        async Task AskAsync(Func<Task<Answer>> ask, int status)
        {
            var got = await ask();
            var text = got.Json.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : got.Json.GetRawText();
            if (got.Status is not 429 && (got.Status != status || text.Contains(Secret, StringComparison.Ordinal)))
                told.Add($"{got.Status}: {text}");
        }
    }
}
