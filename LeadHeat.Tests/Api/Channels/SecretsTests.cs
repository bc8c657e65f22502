using System.Text.Json;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What is a secret of Meta's or of ours goes in as a setting and comes out nowhere.</summary>
[Collection("channels")]
public sealed class SecretsTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task No_answer_of_the_Api_holds_a_secret_that_was_set()
    {
        // Of the key a piece from its middle, in which no line ends.
        string[] secrets = [ChannelsFixture.Secret, ChannelsFixture.VerifyToken, FakeGraph.Token, fixture.Settings["Meta__FlowPrivateKey"]![365..405]];
        using var admin = fixture.App.ApiClient();
        using var description = JsonDocument.Parse(await admin.GetStringAsync("/openapi/v1.json"));
        var (asked, told) = (0, new List<string>());

        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _) && path.Name != Routes.Events))
        {
            var address = path.Name.Replace("{id}", Guid.Empty.ToString()).Replace("{name}", "real-estate-fit").Replace("{version}", "1");
            using var answer = await admin.GetAsync(address.EndsWith(Routes.WhatsAppFlows, StringComparison.Ordinal) ? address + "?playbook=real-estate" : address);
            var text = await answer.Content.ReadAsStringAsync();
            asked += answer.IsSuccessStatusCode ? 1 : 0;
            told.AddRange(secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)).Select(_ => path.Name));
        }

        Assert.Empty(told);
        Assert.InRange(asked, 20, 1000);
    }
}
