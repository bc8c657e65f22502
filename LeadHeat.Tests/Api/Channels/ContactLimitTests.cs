using System.Globalization;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>One person on WhatsApp writes without end. On a database of its own, with a limit that a test can wait for.</summary>
[Collection("channels")]
public sealed class ContactLimitTests(ChannelsFixture fixture)
{
    private const int Limit = 4;
    private const int Seconds = 6;
    private const int Flood = 12;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task Person_who_floods_is_read_at_their_pace_loses_nothing_and_keeps_nobody_waiting()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        var (loud, quiet, hello) = (ChannelsFixture.Number(), ChannelsFixture.Number(), WhatsApp.Id());
        var flood = Enumerable.Range(0, Flood).Select(i => (Id: WhatsApp.Id(), Text: $"message {i}")).ToArray();
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{Limit}", ["RateLimits__Contact__WindowSeconds"] = $"{Seconds}" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);

        // Twice, as Meta does.
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(loud, flood), ChannelsFixture.Secret));
        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(quiet, (hello, "hello")), ChannelsFixture.Secret));
        await Eventually.TrueAsync(
            async () => await database.RunAsync("select count(*) from inbound where state = 'done'") == $"{Flood + 1}", Soon, () => api.Output);

        Assert.Equal(string.Join(',', flood.Select(one => one.Text)), await database.RunAsync($"""
            select string_agg(m.text, ',' order by m.id) from messages m join conversations c on c.id = m.conversation_id join leads l on l.id = c.lead_id
            join contacts k on k.id = l.contact_id where k.phone = '+{loud}' and m.author = 'visitor'
            """));
        Assert.Equal($"{Flood + 1} {Flood + 1}", await database.RunAsync("select count(*) || ' ' || count(distinct message_id) from turns"));
        Assert.Equal("True", await database.RunAsync($"select (select handled_at from inbound where external_id = '{hello}') < max(handled_at) from inbound where external_id <> '{hello}'"));
        // Whatever the machine's pace: any one more than are allowed lie a window apart, less what a timer may be early.
        var shortest = double.Parse((await database.RunAsync($"""
            select min(apart) from (
                select extract(epoch from t.created_at - lag(t.created_at, {Limit}) over (order by t.created_at)) as apart from turns t
                join messages m on m.id = t.message_id join conversations c on c.id = m.conversation_id join leads l on l.id = c.lead_id
                join contacts k on k.id = l.contact_id where k.phone = '+{loud}') a
            """))!, CultureInfo.InvariantCulture);
        Assert.True(shortest > Seconds - 1, $"{Limit + 1} within {shortest} s");
    }

    [Fact]
    public async Task Bot_falls_silent_at_once_for_a_STOP_that_waits_behind_a_flood()
    {
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        var flood = Enumerable.Range(0, Flood).Select(i => (WhatsApp.Id(), $"message {i}")).Append((WhatsApp.Id(), "STOP")).ToArray();
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{Limit}", ["RateLimits__Contact__WindowSeconds"] = "3600" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);

        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, flood), ChannelsFixture.Secret));

        await Eventually.TrueAsync(async () => await database.RunAsync("select string_agg(handling, ' ') from conversations") == "human", Soon, () => api.Output);
        Assert.Equal($"{Flood + 1 - Limit}", await database.RunAsync("select count(*) from inbound where state = 'pending'"));
    }
}
