using System.Globalization;
using LeadHeat.Api.Data;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Inventory;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>Finds available units: first those with just the bedrooms asked for, then the cheaper ones.</summary>
internal sealed class UnitSearch(NpgsqlDataSource database, UnitIndex index)
{
    // A price has two decimals; the bit above says that a unit has more bedrooms than asked for.
    private const long MoreBeds = 1L << 62;

    public UnitPage Search(UnitQuery query)
    {
        List<Unit> units = new(query.Limit + 1);
        var table = index.Table;
        var after = query.Cursor is { } text && Cursor.TryRead(text, Order(query), out var last) ? last : (Cursor?)null;
        var place = after is { } cursor ? ((cursor.Key & ~MoreBeds) / 100m, cursor.Id) : ((decimal, Guid)?)null;
        if (!IsOpen(query))
        {
            table.Find(query, null, place, query.Limit + 1, units);
        }
        else
        {
            var pastExact = after is { Key: >= MoreBeds };
            if (!pastExact)
                table.Find(query with { BedsMax = query.BedsMin }, null, place, query.Limit + 1, units);
            if (units.Count <= query.Limit)
                table.Find(query, unit => unit.Beds != query.BedsMin, pastExact ? place : null, query.Limit + 1, units);
        }

        if (units.Count <= query.Limit)
            return new UnitPage(units, null);
        units.RemoveAt(query.Limit);
        return new UnitPage(units, After(units[^1], query));
    }

    /// <summary>Any unit, also one that is not available.</summary>
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

    private static bool IsOpen(UnitQuery query) => query.BedsMin is { } least && query.BedsMax != least;

    private static string After(Unit unit, UnitQuery query) =>
        new Cursor((long)(unit.Price * 100) | (IsOpen(query) && unit.Beds != query.BedsMin ? MoreBeds : 0), unit.Id).Write(Order(query));
}
