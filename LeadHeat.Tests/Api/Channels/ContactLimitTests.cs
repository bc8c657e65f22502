using System.Globalization;
using System.Net;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
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

    [Fact]
    public async Task STOP_that_comes_after_the_limit_was_met_silences_everybody_before_its_turn()
    {
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{Limit}", ["RateLimits__Contact__WindowSeconds"] = "3600" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);
        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, [.. Enumerable.Range(0, Flood).Select(i => (WhatsApp.Id(), $"message {i}"))]), ChannelsFixture.Secret));
        await Eventually.TrueAsync(async () => await database.RunAsync("select count(*) from inbound where state = 'pending' and failure is not null") == "1", Soon, () => api.Output);

        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "STOP")), ChannelsFixture.Secret));

        await Eventually.TrueAsync(async () => await database.RunAsync("select string_agg(handling, ' ') from conversations") == "human", Soon, () => api.Output);
        await Eventually.TrueAsync(
            async () => await database.RunAsync("select string_agg(purpose || ' ' || words, ', ' order by purpose) from consents where not granted") == "marketing STOP, messages STOP", Soon, () => api.Output);
        var lead = Assert.Single((await api.Team.GetLeadsAsync(new LeadQuery())).Items);
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => api.Team.SendMessageAsync(lead.Id, new SendMessage("But wait", "one")));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal($"{Flood + 1 - Limit}", await database.RunAsync("select count(*) from inbound where state = 'pending'"));
    }

    [Fact]
    public async Task START_that_waited_does_not_undo_the_STOP_that_came_after_it()
    {
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{Limit}", ["RateLimits__Contact__WindowSeconds"] = $"{Seconds}" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);
        string[] texts = ["hello", "2 bhk", "in Whitefield", "below 2 Cr", "START", "is there parking?", "and a pool?", "which floor?", "STOP"];

        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, [.. texts.Select(text => (WhatsApp.Id(), text))]), ChannelsFixture.Secret));
        await Eventually.TrueAsync(async () => await database.RunAsync("select count(*) from inbound where state = 'done'") == $"{texts.Length}", Soon, () => api.Output);

        // From the bot to people's hands, once.
        Assert.Equal("human 2", await database.RunAsync("select handling || ' ' || owner_version from conversations"));
        Assert.Equal("3", await database.RunAsync("select count(*) from consents"));
        var lead = Assert.Single((await api.Team.GetLeadsAsync(new LeadQuery())).Items);
        Assert.False((await api.Team.GetLeadAsync(lead.Id)).Silence!.Granted);
    }

    [Fact]
    public async Task START_that_came_after_a_STOP_gives_the_conversation_back_in_its_turn()
    {
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{Limit}", ["RateLimits__Contact__WindowSeconds"] = $"{Seconds}" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);
        string[] texts = ["hello", "2 bhk", "in Whitefield", "below 2 Cr", "STOP", "leave me alone", "START"];

        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, [.. texts.Select(text => (WhatsApp.Id(), text))]), ChannelsFixture.Secret));
        await Eventually.TrueAsync(async () => await database.RunAsync("select count(*) from inbound where state = 'done'") == $"{texts.Length}", Soon, () => api.Output);

        Assert.Equal("bot", await database.RunAsync("select handling from conversations"));
        Assert.Equal("marketing", await database.RunAsync("select string_agg(distinct purpose, ',') from consents c where not exists (select from consents n where n.purpose = c.purpose and n.id > c.id) and not granted"));
    }
}
