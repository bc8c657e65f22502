using LeadHeat.Api.Data;
using LeadHeat.Api.Turns;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LeadHeat.Tests.Api.Turns;

[Collection("app")]
public sealed class TurnWarmUpTests(AppFixture fixture)
{
    // Of each statement on a turn's way some words that no other statement has.
    private static readonly string[] Statements =
    [
        "with judged", "cross join lateral", "for no key update of t, c, l, p", "with given as", "insert into qualifications",
        "n.finished_at is null", "update lead_profiles", "c.lead_id is not null", "insert into turns",
    ];

    [Fact]
    public async Task Each_connection_has_all_statements_of_a_turn_prepared_and_nothing_is_stored()
    {
        using var host = TurnHost.Build(fixture.App);
        var database = host.Services.GetRequiredKeyedService<NpgsqlDataSource>(Database.Turns);
        var before = await NobodysAsync();

        await host.Services.GetServices<IHostedService>().OfType<TurnWarmUp>().Single().StartAsync(CancellationToken.None);

        var connections = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;
        var opened = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => database.OpenConnectionAsync().AsTask()));
        List<string> missing = [];
        foreach (var connection in opened)
        {
            await using (connection)
                missing.AddRange(await MissingAsync(connection));
        }

        Assert.Empty(missing);
        Assert.Equal(before, await NobodysAsync());
    }

    private static async Task<List<string>> MissingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select s from unnest($1) s where not exists (select from pg_prepared_statements p where position(s in p.statement) > 0)", connection)
        {
            Parameters = { new() { Value = Statements } },
        };
        List<string> missing = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            missing.Add(reader.GetString(0));
        return missing;
    }

    // What only a warm-up could have written: it knows no session, no lead and no text.
    private Task<string?> NobodysAsync() => Psql.RunAsync(fixture.App, """
        select (select count(*) from messages where text in ('', 'Hello') and author = 'bot') || ' ' || (select count(*) from turns where id = '00000000-0000-0000-0000-000000000000')
            || ' ' || (select count(*) from qualifications where lead_id = '00000000-0000-0000-0000-000000000000')
        """);
}
