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

    // Without one, who deletes a person, or asks what belongs to them, reads all that there is of everybody.
    [Fact]
    public async Task What_belongs_to_a_lead_a_contact_or_a_conversation_is_found_by_an_index()
    {
        string[] others =
        [
            // A model goes with its judgements of all leads; the next ones are few.
            "lead_heat.model_id", "invitations.user_id", "contact_checks.contact_id",
            // Nobody looks from this side: a lead is found by conversations.lead_id, the others go with their message or contact.
            "leads.conversation_id", "outgoing.conversation_id", "contact_keys.lead_id", "erasures.contact_id",
        ];

        var bare = await Psql.RunAsync(fixture.App, """
            select coalesce(string_agg(r.relname || '.' || a.attname, ' ' order by 1), '')
            from pg_attribute a join pg_class r on r.oid = a.attrelid
            where r.relkind = 'r' and r.relnamespace = 'public'::regnamespace and not a.attisdropped
                and (a.attname in ('lead_id', 'contact_id', 'conversation_id', 'session_id')
                    or exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = r.oid and c.conkey = array[a.attnum]))
                and not exists (
                    select from pg_index i where i.indrelid = r.oid and i.indkey[0] = a.attnum
                        and (i.indpred is null or pg_get_expr(i.indpred, r.oid) = format('(%I IS NOT NULL)', a.attname)))
            """);

        Assert.Equal("", string.Join(' ', bare!.Split(' ').Except(others)));
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
