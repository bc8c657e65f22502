using System.Text;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>A delivery whose key is lost is shown, and holds nothing up.</summary>
[Collection("channels")]
public sealed class LostKeyTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task What_cannot_be_decrypted_is_quarantined_holds_nothing_up_and_comes_in_once_its_key_is_back()
    {
        var (id, message, number) = (Guid.CreateVersion7(), WhatsApp.Id(), ChannelsFixture.Number());
        var body = Encoding.UTF8.GetBytes(WhatsApp.Messages(number, (message, "sealed with another key")));
        var elsewhere = Directory.CreateTempSubdirectory("leadheat-keys-").FullName;
        using (var lost = new SealedFields(elsewhere))
            await Psql.RunAsync(fixture.App, $$"""
                insert into deliveries (id, channel, headers, body, received_at) values ('{{id}}', 'whatsapp', '{}', decode('{{Convert.ToHexString(lost.Seal(body))}}', 'hex'), now())
                """);
        Directory.Delete(elsewhere, recursive: true);

        var quarantined = await fixture.EventAsync($"delivery:{id}", InboundState.Quarantined);
        Assert.StartsWith("It cannot be decrypted", quarantined.Failure, StringComparison.Ordinal);
        Assert.Equal("", (await fixture.Team.GetInboundAsync(quarantined.Id)).Body);
        var other = WhatsApp.Id();
        await fixture.DeliverAsync(LeadHeat.Core.Wire.Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (other, "and what comes after it")));
        await fixture.EventAsync(other, InboundState.Done);

        using (var back = new SealedFields(Path.Combine(fixture.App.Data, "keys", "api")))
            await Psql.RunAsync(fixture.App, $"update deliveries set body = decode('{Convert.ToHexString(back.Seal(body))}', 'hex') where id = '{id}'");
        await fixture.Team.ReplayInboundAsync(quarantined.Id);

        Assert.NotNull((await fixture.EventAsync(message, InboundState.Done)).LeadId);
        Assert.Empty((await fixture.Team.GetInboundAsync($"delivery:{id}")).Items);
    }

    [Fact]
    public async Task Event_that_cannot_be_decrypted_is_quarantined_and_tried_again()
    {
        var message = WhatsApp.Id();
        await fixture.DeliverAsync(LeadHeat.Core.Wire.Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (message, "hello")));
        var taken = await fixture.EventAsync(message, InboundState.Done);
        // What data protection begins with, and a key that nobody has.
        await Psql.RunAsync(fixture.App, $"update inbound set state = 'pending', body = decode('09F0C9F0' || repeat('00', 80), 'hex') where id = '{taken.Id}'");

        Assert.StartsWith("It cannot be decrypted", (await fixture.EventAsync(message, InboundState.Quarantined)).Failure, StringComparison.Ordinal);
    }
}
