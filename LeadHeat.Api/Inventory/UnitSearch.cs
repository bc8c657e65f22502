using System.Globalization;
using LeadHeat.Api.Data;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Inventory;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>Finds available units: first those with just the bedrooms asked for, then the cheaper ones.</summary>
internal sealed class UnitSearch(NpgsqlDataSource database)
{
    // A price has two decimals; the bit above says that a unit has more bedrooms than asked for.
    private const long MoreBeds = 1L << 62;

    public async Task<UnitPage> SearchAsync(UnitQuery query, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement(query));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Unit> units = new(query.Limit);
        while (await reader.ReadAsync(cancellationToken))
            units.Add(UnitRows.Read(reader));
        if (units.Count <= query.Limit)
            return new UnitPage(units, null);
        units.RemoveAt(query.Limit);
        return new UnitPage(units, After(units[^1], query));
    }

    public async Task<Unit?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then($"select {UnitRows.Columns} from units u where u.id = $1", Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? UnitRows.Read(reader) : null;
    }

    /// <summary>A cursor holds only within its order.</summary>
    public static string Order(UnitQuery query) =>
        IsOpen(query) ? "units from beds " + query.BedsMin!.Value.ToString("0.#", CultureInfo.InvariantCulture) : "units by price";

    private static NpgsqlBatchCommand Statement(UnitQuery query)
    {
        var parameters = new SqlParameters();
        var order = IsOpen(query) ? $"(u.beds <> {parameters.Add(query.BedsMin!.Value)}), u.price, u.id" : "u.price, u.id";
        List<string> conditions = ["u.available", .. Filters(query, parameters)];
        if (query.Cursor is { } text && Cursor.TryRead(text, Order(query), out var last))
        {
            var exact = IsOpen(query) ? parameters.Add(last.Key >= MoreBeds) + ", " : "";
            conditions.Add($"({order}) > ({exact}{parameters.Add((last.Key & ~MoreBeds) / 100m)}, {parameters.Add(last.Id)})");
        }

        return parameters.Command(
            $"select {UnitRows.Columns} from units u where {string.Join(" and ", conditions)} order by {order} limit {query.Limit + 1}");
    }

    private static IEnumerable<string> Filters(UnitQuery query, SqlParameters parameters)
    {
        if (query.City is { } city)
            yield return $"lower(u.city) = {parameters.Add(city.ToLowerInvariant())}";
        if (query.Areas is { Count: > 0 } areas)
            yield return $"lower(u.area) = any({parameters.Add(Lower(areas))})";
        if (query.Types is { Count: > 0 } types)
            yield return $"u.type = any({parameters.Add(Lower(types))})";
        if (query.BedsMin is { } bedsMin)
            yield return $"u.beds >= {parameters.Add(bedsMin)}";
        if (query.BedsMax is { } bedsMax)
            yield return $"u.beds <= {parameters.Add(bedsMax)}";
        if (query.PriceMin is { } priceMin)
            yield return $"u.price >= {parameters.Add(priceMin)}";
        if (query.PriceMax is { } priceMax)
            yield return $"u.price <= {parameters.Add(priceMax)}";
        if (query.Currency is { } currency)
            yield return $"u.currency = {parameters.Add(currency.ToUpperInvariant())}";
        if (query.Text is { } text)
            yield return $"u.words @@ plainto_tsquery('english', {parameters.Add(text)})";
    }

    private static bool IsOpen(UnitQuery query) => query.BedsMin is { } least && query.BedsMax != least;

    private static string[] Lower(IReadOnlyList<string> words) => [.. words.Select(word => word.ToLowerInvariant())];

    private static string After(Unit unit, UnitQuery query) =>
        new Cursor((long)(unit.Price * 100) | (IsOpen(query) && unit.Beds != query.BedsMin ? MoreBeds : 0), unit.Id).Write(Order(query));
}
