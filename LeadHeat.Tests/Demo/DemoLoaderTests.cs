using LeadHeat.Api.Demo;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LeadHeat.Tests.Demo;

/// <summary>The demo data as it is in a running app.</summary>
[Collection("app")]
public sealed class DemoLoaderTests(AppFixture fixture)
{
    [Fact]
    public async Task Loading_twice_changes_nothing()
    {
        await using var database = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        var loader = new DemoLoader(database, Shipped.Playbooks, TimeProvider.System, NullLogger<DemoLoader>.Instance);
        var before = await CountAsync(database);

        var loaded = await loader.LoadAsync(CancellationToken.None);

        Assert.False(loaded);
        Assert.Equal(before, await CountAsync(database));
    }

    [Fact]
    public async Task A_demo_lead_reads_back_as_it_was_played()
    {
        using var http = fixture.App.ApiClient();
        var client = new LeadHeatClient(http);

        var page = await client.GetLeadsAsync(new LeadQuery(Status: [LeadStatus.Won], Sort: LeadSort.Score, Limit: 5));
        var lead = await client.GetLeadAsync(page.Items[0].Id);

        Assert.Equal(lead.Score, lead.Ledger.Sum(line => line.Points));
        Assert.NotNull(lead.Lead.OwnerName);
        var texts = lead.Transcript.Items.ToDictionary(message => message.Id, message => message.Text);
        Assert.All(
            lead.Ledger.SelectMany(line => line.Evidence),
            evidence => Assert.Equal(evidence.Quote, texts[evidence.MessageId].Substring(evidence.Start, evidence.Length)));
    }

    // What the demo data alone is made of: other tests add leads of their own meanwhile.
    private static async Task<(long Units, long Users, long Marks)> CountAsync(NpgsqlDataSource database)
    {
        await using var count = database.CreateCommand("""
            select (select count(*) from units where external_id ~ '^(DXB|BLR)-'), (select count(*) from users where password_hash is null),
                   (select count(*) from demo_loads)
            """);
        await using var reader = await count.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
