using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Nobody is told that something has arrived which the database has not taken.</summary>
[Collection("channels")]
public sealed class UnstoredDeliveryTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_comes_in_once_when_it_is_sent_again()
    {
        var (message, lead, form) = (WhatsApp.Id(), LeadAdsTests.Id(), $"form-{Guid.NewGuid():N}");
        fixture.Graph.Leads[lead] = LeadAdsTests.Lead(lead, "form-1", $"{lead}@example.com");
        await fixture.Team.SetWebFormAsync(new(form, "Visit", "real-estate", [new("email", "E-mail", FactFields.Email)], ["*"], "You may call me."));
        (string Path, string Body, string Id, int Taken)[] sent =
        [
            (Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (message, "hello")), message, 200),
            (Routes.LeadAdsWebhook, LeadAdsTests.Delivery(lead), lead, 200),
            ($"{Routes.Forms}/{form}", $$"""{"email":"{{lead}}@example.org","lh_id":"1"}""", $"{form}:1", 202),
        ];
        await Psql.RunAsync(fixture.App, """
            create function full_disk() returns trigger language plpgsql as $$ begin raise 'No space left on device' using errcode = 'disk_full'; end $$;
            create trigger full_disk before insert on deliveries for each row execute function full_disk()
            """);
        try
        {
            foreach (var (path, body, _, _) in sent)
                Assert.Equal(503, await fixture.DeliverAsync(path, body));
        }
        finally
        {
            await Psql.RunAsync(fixture.App, "drop trigger full_disk on deliveries; drop function full_disk");
        }

        foreach (var (path, body, id, taken) in sent)
        {
            Assert.Empty((await fixture.Team.GetInboundAsync(id)).Items);
            Assert.Equal(taken, await fixture.DeliverAsync(path, body));
            Assert.NotNull((await fixture.EventAsync(id, InboundState.Done)).LeadId);
        }
    }

    [Fact]
    public async Task What_is_acknowledged_and_not_taken_apart_yet_counts_as_waiting()
    {
        await fixture.QuietAsync();
        // Whoever takes deliveries apart waits for the lock, which goes with its connection.
        await using (var holder = new NpgsqlConnection(fixture.App.ConnectionString("leadsdb") + ";Pooling=false"))
        {
            await holder.OpenAsync();
            await using var hold = new NpgsqlCommand("select pg_advisory_lock(4715202616)", holder);
            await hold.ExecuteNonQueryAsync();
            Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (WhatsApp.Id(), "hello"))));

            Assert.Equal(1, (await fixture.Team.GetInboundCountsAsync()).Pending);
        }

        await fixture.QuietAsync();
        Assert.Equal(0, (await fixture.Team.GetInboundCountsAsync()).Pending);
    }
}
