using LeadHeat.Api.Data;
using LeadHeat.Tests.AppHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace LeadHeat.Tests.Api.Data;

/// <summary>Entries of web forms that came before their words were kept with them get those that the ledger of consents knows.</summary>
[Collection("app")]
public sealed class AgreedWordsMigrationTests(AppFixture fixture) : IAsyncLifetime
{
    private const string Before = "20261123_0047_refused_bodies";

    private readonly string _name = $"migrated_{Guid.NewGuid():N}";

    private string Address => new NpgsqlConnectionStringBuilder(fixture.App.ConnectionString("leadsdb")) { Database = _name, Pooling = false }.ConnectionString;

    public Task InitializeAsync() => Psql.RunAsync(fixture.App, $"create database {_name}");

    public Task DisposeAsync() => Psql.RunAsync(fixture.App, $"drop database {_name} with (force)");

    [Fact]
    public async Task Older_entries_of_web_forms_get_the_words_that_were_agreed_to_then_and_nothing_else_is_touched()
    {
        await using var db = new LeadsDb(new DbContextOptionsBuilder<LeadsDb>().UseNpgsql(Address).Options);
        // Our ids are shorter than those that EF knows for such: it asks for what it makes a name of.
        await db.GetService<IMigrator>().MigrateAsync(db.GetService<IMigrationsIdGenerator>().GetName(Before));
        var (person, united) = (Guid.NewGuid(), Guid.NewGuid());
        await RunAsync($"""
            insert into contacts (id, created_at, updated_at) values ('{person}', now(), now());
            insert into contacts (id, merged_into, created_at, updated_at) values ('{united}', '{person}', now(), now())
            """);
        await CameAsync("web_form", "ticked", person, "Yes, write to me");
        await CameAsync("web_form", "unticked", person, "Call me", granted: false);
        // Noted with the one whom this one was united with since.
        await CameAsync("web_form", "united", person, "I agree", notedWith: united);
        await CameAsync("web_form", "known", person, "What the ledger says", headers: """{":path":"/f","Content-Type":"x",":consent":"What was shown"}""");
        await CameAsync("web_form", "no_box", person, words: null);
        await CameAsync("lead_ads", "of_meta", person, "Meta's box");

        await db.Database.MigrateAsync();

        Assert.Equal(
            ["known: What was shown", "no_box: none", "of_meta: none", "ticked: Yes, write to me", "united: I agree", "unticked: Call me"],
            await ReadAsync("select i.external_id || ': ' || coalesce(d.headers ->> ':consent', 'none') from deliveries d join inbound i on i.delivery_id = d.id order by 1"));
        Assert.Equal(["6"], await ReadAsync("select count(*)::text from deliveries where headers ->> ':path' = '/f' and headers ->> 'Content-Type' = 'x' and body = 'as it came'"));
    }

    private async Task CameAsync(
        string channel, string id, Guid person, string? words, bool granted = true, Guid? notedWith = null, string headers = """{":path":"/f","Content-Type":"x"}""")
    {
        var (delivery, lead) = (Guid.NewGuid(), Guid.NewGuid());
        await RunAsync($"""
            insert into leads (id, contact_id, playbook, source, status, status_since, name, heat, handling, created_at, last_activity_at)
            values ('{lead}', '{person}', 'real-estate', 'form', 'new', now(), 'Asha', 'cold', 'bot', now(), now());
            insert into deliveries (id, channel, headers, body, received_at, split_at) values ('{delivery}', '{channel}', '{headers}', 'as it came', now(), now());
            insert into inbound (id, delivery_id, channel, kind, external_id, contact, body, state, lead_id, received_at, next_at)
            values ('{Guid.NewGuid()}', '{delivery}', '{channel}', 'lead', '{id}', '', 'as it came', 'done', '{lead}', now(), now())
            """);
        if (words is not null)
        {
            await RunAsync($"""
                insert into consents (id, contact_id, purpose, granted, source, words, external_id, at)
                values ('{Guid.NewGuid()}', '{notedWith ?? person}', 'contact', {granted}, 'web_form', $${words}$$, 'form:{id}:contact', now())
                """);
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string[]> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Address);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return [.. found];
    }
}
