using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LeadHeat.Tests.Api.Data;

[Collection("app")]
public sealed class SchemaTests(AppFixture fixture)
{
    [Fact]
    public async Task Every_member_of_the_model_has_its_column()
    {
        await using var db = Open();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var columns = entity.GetProperties().Select(property => property.GetColumnName(table)!)
                .Concat(entity.GetComplexProperties().Select(property => property.ComplexType.GetContainerColumnName()!));

            await Psql.RunAsync(fixture.App, $"select {string.Join(", ", columns)} from {table.Name} limit 0");
        }
    }

    [Fact]
    public async Task A_leads_facet_is_the_same_number_in_code_and_in_Postgres()
    {
        var kinds = (from status in Enum.GetValues<LeadStatus>()
                     from heat in Enum.GetValues<Heat>()
                     from source in Enum.GetValues<LeadSource>()
                     from owned in (bool[])[false, true]
                     select (status, heat, source, owned)).ToList();
        var rows = kinds.Select(kind => $"('{Words.Of(kind.status)}', '{Words.Of(kind.heat)}', '{Words.Of(kind.source)}', "
            + $"{(kind.owned ? "'00000000-0000-0000-0000-000000000001'::uuid" : "null")})");

        var stored = await Psql.RunAsync(fixture.App, $"""
            select string_agg(lead_facet(status, heat, source, owner)::text, ',')
            from (values {string.Join(", ", rows)}) kinds (status, heat, source, owner)
            """);

        Assert.Equal(string.Join(',', kinds.Select(kind => LeadFacets.Of(kind.status, kind.heat, kind.source, kind.owned))), stored);
        Assert.Equal(kinds.Count, LeadFacets.All.Distinct().Count());
    }

    [Fact]
    public async Task Json_that_ef_writes_is_the_json_of_the_wire_and_the_other_way_round()
    {
        await using var db = Open();
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var conversation = new Conversation
        {
            Id = Guid.CreateVersion7(), Playbook = "x", Channel = Channel.Web, Handling = Handling.Human, Dialogue = LeadHeat.Core.Dialogue.DialogueState.Start, CreatedAt = at,
        };
        var card = new UnitMatch(Guid.CreateVersion7(), "Flat", "Dubai", "Marina", "apartment", 2, 1.5m, 80.5m, 1_000_000, "AED", "2 beds");
        var message = new Message
        {
            Id = Guid.CreateVersion7(), ConversationId = conversation.Id, Author = MessageAuthor.Bot, Text = "Hi", Chips = ["Yes"], Cards = [card],
            Tools = [new ToolCall("inventory_search", "found 1", true, 1.5)], ExternalId = "1", CreatedAt = at,
        };
        var contact = new Contact { Id = Guid.CreateVersion7(), Consents = [new ConsentView("contact", true, "chat", "yes", at)], CreatedAt = at, UpdatedAt = at };
        db.AddRange(conversation, message, contact);
        await db.SaveChangesAsync();

        var cards = await Psql.RunAsync(fixture.App, $"select cards from messages where id = '{message.Id}'");
        var tools = await Psql.RunAsync(fixture.App, $"select tools from messages where id = '{message.Id}'");
        var consents = await Psql.RunAsync(fixture.App, $"select consents from contacts where id = '{contact.Id}'");
        var read = await db.Messages.AsNoTracking().SingleAsync(row => row.Id == message.Id);

        Assert.Equal([card], JsonSerializer.Deserialize(cards!, LeadHeatJson.Default.IReadOnlyListUnitMatch)!);
        Assert.Equal(message.Tools, JsonSerializer.Deserialize(tools!, LeadHeatJson.Default.IReadOnlyListToolCall)!);
        Assert.Equal(contact.Consents, JsonSerializer.Deserialize(consents!, LeadHeatJson.Default.IReadOnlyListConsentView)!);
        Assert.Equal([card], read.Cards);
        Assert.Equal(["Yes"], read.Chips);
    }

    private LeadsDb Open() => new(new DbContextOptionsBuilder<LeadsDb>().UseNpgsql(fixture.App.ConnectionString("leadsdb")).Options);
}
