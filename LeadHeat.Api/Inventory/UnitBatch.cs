using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>Lines that are stored together by one statement.</summary>
internal sealed class UnitBatch
{
    private const int Most = 1000;

    // In the order of their ids, so that two imports wait for each other rather than lock each other out.
    private const string Upsert =
        """
        with written as (
            insert into units as u (id, external_id, title, description, city, area, type, beds, baths, size_m2, price, currency, features,
                                    available, created_at, updated_at)
            select id, external_id, title, description, city, area, type, beds, baths, size_m2, price, currency,
                   array(select jsonb_array_elements_text(features::jsonb)), available, $15, $15
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::numeric[],
                        $10::numeric[], $11::numeric[], $12::text[], $13::text[], $14::bool[])
                as line (id, external_id, title, description, city, area, type, beds, baths, size_m2, price, currency, features, available)
            order by external_id
            on conflict (external_id) do update set
                title = excluded.title, description = excluded.description, city = excluded.city, area = excluded.area, type = excluded.type,
                beds = excluded.beds, baths = excluded.baths, size_m2 = excluded.size_m2, price = excluded.price, currency = excluded.currency,
                features = excluded.features, available = excluded.available, updated_at = excluded.updated_at
            where (u.title, u.description, u.city, u.area, u.type, u.beds, u.baths, u.size_m2, u.price, u.currency, u.features, u.available)
                is distinct from (excluded.title, excluded.description, excluded.city, excluded.area, excluded.type, excluded.beds, excluded.baths,
                                  excluded.size_m2, excluded.price, excluded.currency, excluded.features, excluded.available)
            returning u.created_at = u.updated_at as created)
        select count(*) filter (where created)::int, count(*) filter (where not created)::int from written
        """;

    private readonly Dictionary<string, UnitLine> _lines = [];

    public int Count => _lines.Count;

    /// <summary>Whether this line has to wait for the next batch: one statement cannot write a unit twice.</summary>
    public bool IsClosedTo(string externalId) => _lines.Count == Most || _lines.ContainsKey(externalId);

    public void Add(UnitLine line) => _lines.Add(line.ExternalId!.Trim(), line);

    /// <summary>Stores the lines and forgets them; returns how many units are new and how many have changed.</summary>
    public async Task<(int Created, int Updated)> StoreAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lines = _lines.Values.ToArray();
        await using var command = database.CreateCommand(Upsert);
        void Add<T>(Func<UnitLine, T> column) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = Array.ConvertAll(lines, line => column(line)) });
        Add(_ => Guid.CreateVersion7(now));
        Add(line => line.ExternalId!.Trim());
        Add(line => line.Title!.Trim());
        Add(line => line.Description?.Trim() ?? "");
        Add(line => line.City!.Trim());
        Add(line => line.Area!.Trim());
        Add(line => line.Type!.Trim().ToLowerInvariant());
        Add(line => Math.Round(line.Beds!.Value, 1));
        Add(line => Math.Round(line.Baths ?? 0, 1));
        Add(line => Math.Round(line.SizeM2 ?? 0, 2));
        Add(line => Math.Round(line.Price!.Value, 2));
        Add(line => line.Currency!.ToUpperInvariant());
        Add(line => JsonSerializer.Serialize(line.Features ?? [], LeadHeatJson.Default.IReadOnlyListString));
        Add(line => line.Available);
        command.Parameters.Add(Sql.Of(now));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        _lines.Clear();
        return (reader.GetInt32(0), reader.GetInt32(1));
    }
}
