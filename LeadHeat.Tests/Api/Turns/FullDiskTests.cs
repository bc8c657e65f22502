using System.Net;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Turns;

/// <summary>A Postgres whose disk is full takes nothing for a while.</summary>
[Collection("app")]
public sealed class FullDiskTests(AppFixture fixture)
{
    [Fact]
    public async Task While_the_disk_is_full_callers_are_told_to_come_back_and_then_are_answered()
    {
        var (visitor, text, message) = (await Visitor.ArriveAsync(fixture.App), $"hello {Guid.NewGuid():N}", Guid.NewGuid());
        await Psql.RunAsync(fixture.App, $"""
            create function full_disk() returns trigger language plpgsql as $$ begin raise 'No space left on device' using errcode = 'disk_full'; end $$;
            create trigger full_disk before insert on messages for each row when (new.text = '{text}') execute function full_disk()
            """);
        try
        {
            using var service = Caller.Service(fixture.App);
            var refused = await service.PostAsync(Routes.Turns, $$"""{"sessionId":"{{visitor.SessionId}}","text":"{{text}}","clientMessageId":"{{message}}"}""");

            refused.Refusal((int)HttpStatusCode.ServiceUnavailable);
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }
        finally
        {
            await Psql.RunAsync(fixture.App, "drop trigger full_disk on messages; drop function full_disk");
        }

        Assert.NotNull((await visitor.SayAsync(text, $"{message}"))[^1].Done?.Reply);
        Assert.Equal("1", await visitor.AskAsync($"select count(*) from messages where conversation_id = '{{0}}' and external_id = '{message}'"));
    }
}
