using LeadHeat.Api.Conversations;
using LeadHeat.Tests.Api.Turns;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.DependencyInjection;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>Messages that come together.</summary>
[Collection("app")]
public sealed class IngestTests(AppFixture fixture)
{
    [Fact]
    public async Task First_messages_that_come_together_open_a_lead_for_each_conversation()
    {
        using var host = TurnHost.Build(fixture.App);
        var ingest = host.Services.GetRequiredService<IngestInbound>();
        var (first, second, known) = (await Visitor.ArriveAsync(fixture.App), await Visitor.ArriveAsync(fixture.App), await Visitor.ArriveAsync(fixture.App));
        await ingest.StoreAnyAsync([Says(known, "Earlier", "0")]);

        var stored = await ingest.StoreAnyAsync(
        [
            Says(first, "Hello", "1"), Says(second, "Good day", "1"), Says(known, "Again", "1"), Says(first, "Are you there?", "2"), Says(first, "Hello", "1"),
            new(new(Guid.CreateVersion7(), "1", "Who am I?"), null),
        ]);

        Assert.Equal([true, true, true, true, false, false], stored.Select(one => one is not null));
        Assert.Equal(stored[0]!.LeadId, stored[3]!.LeadId);
        Assert.Equal(4, stored.OfType<Ingested>().Select(one => one.TurnId).Distinct().Count());
        Assert.Equal("Hello|Are you there?|3", await ListedAsync(first));
        Assert.Equal("Good day|2", await ListedAsync(second));
        Assert.Equal("Earlier|Again|3", await ListedAsync(known));
    }

    private static IngestInbound.Arrival Says(Visitor visitor, string text, string id) => new(new(visitor.SessionId, id, text), null);

    /// <summary>What the visitor wrote, in order, and how many messages the lead has with the greeting.</summary>
    private static async Task<string?> ListedAsync(Visitor visitor) => await visitor.AskAsync(
        "select string_agg(text, '|' order by m.id) || '|' || max(l.message_count) from messages m join leads l using (conversation_id) "
        + "where conversation_id = '{0}' and author = 'visitor'");
}
