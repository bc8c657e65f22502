using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What one person sends is handled in its order, whichever name the platform gives them each time.</summary>
[Collection("channels")]
public sealed class OnePersonsOrderTests(ChannelsFixture fixture)
{
    // In another order it went well by chance once in a while.
    private const int People = 6;

    [Fact]
    public async Task Messages_with_a_number_and_without_one_stay_in_their_order()
    {
        var people = Enumerable.Range(0, People).Select(_ => ChannelsFixture.Number()).ToArray();
        var last = people.ToDictionary(number => number, _ => WhatsApp.Id());

        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, Delivery(Enumerable.Range(1, 6).SelectMany(i => people.Select(
            number => Text(i == 6 ? last[number] : WhatsApp.Id(), $"line {i}", i % 2 == 1 ? number : null, "IN.1" + number))))));

        foreach (var number in people)
        {
            var lead = await fixture.Team.GetLeadAsync((await fixture.EventAsync(last[number], InboundState.Done)).LeadId!.Value);
            Assert.Equal(
                Enumerable.Range(1, 6).Select(i => $"line {i}"),
                lead.Transcript.Items.Where(message => message.Author == MessageAuthor.Visitor).Select(message => message.Text));
        }
    }

    [Fact]
    public async Task Number_change_and_the_next_message_in_one_delivery_are_one_conversation()
    {
        var people = Enumerable.Range(0, People).Select(_ => (Before: ChannelsFixture.Number(), Now: ChannelsFixture.Number(), First: WhatsApp.Id(), Next: WhatsApp.Id())).ToArray();
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, Delivery(people.Select(person => Text(person.First, "my budget is 2 Cr", person.Before)))));
        foreach (var person in people)
            await fixture.EventAsync(person.First, InboundState.Done);

        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, Delivery(people.SelectMany(person => (string[])[WhatsApp.Change(WhatsApp.Id(), person.Before, person.Now), Text(person.Next, "it is me", person.Now)]))));

        foreach (var person in people)
        {
            var first = await fixture.EventAsync(person.First, InboundState.Done);
            Assert.Equal(first.LeadId, (await fixture.EventAsync(person.Next, InboundState.Done)).LeadId);
            await Eventually.TrueAsync(() => fixture.Graph.SentTo(person.Now).Length > 0, TimeSpan.FromSeconds(90), () => "nobody answered the new number");
        }
    }

    // Both names stand together in an earlier message, in a later one of those that come at once, or in none that is new.
    [Theory]
    [InlineData("both", "number number number number number id id number id")]
    [InlineData("number", "number number number number number both both id number")]
    public async Task What_waits_under_one_name_holds_up_what_comes_under_another(string first, string others)
    {
        const int limit = 4;
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        var settings = new Dictionary<string, string?>(fixture.Settings) { ["RateLimits__Contact__PermitLimit"] = $"{limit}", ["RateLimits__Contact__WindowSeconds"] = "6" };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", settings);
        var named = others.Split(' ');

        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, Delivery([Named(first, 0)]), ChannelsFixture.Secret));
        await DoneAsync(1);
        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, Delivery(named.Select((names, i) => Named(names, i + 1))), ChannelsFixture.Secret));
        await DoneAsync(1 + named.Length);

        Assert.Equal(string.Join(',', Enumerable.Range(0, 1 + named.Length)), await database.RunAsync("select string_agg(text, ',' order by id) from messages where author = 'visitor'"));
        Assert.Equal("1", await database.RunAsync("select count(*) from conversations"));

        string Named(string names, int line) => Text(WhatsApp.Id(), $"{line}", names == "id" ? null : number, names == "number" ? null : "IN.1" + number);
        Task DoneAsync(int count) => Eventually.TrueAsync(
            async () => await database.RunAsync("select count(*) from inbound where state = 'done'") == $"{count}", TimeSpan.FromSeconds(120), () => api.Output);
    }

    private static string Delivery(IEnumerable<string> messages) => WhatsApp.Delivery("", string.Join(',', messages));

    private static string Text(string id, string text, string? number, string? userId = null)
    {
        var sender = string.Concat(number is null ? "" : $"\"from\":\"{number}\",", userId is null ? "" : $"\"from_user_id\":\"{userId}\",");
        return $$$"""{{{{sender}}}"id":"{{{id}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{text}}}"}}""";
    }
}
