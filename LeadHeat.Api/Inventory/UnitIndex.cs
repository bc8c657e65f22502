using LeadHeat.Api.Data;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>The inventory in memory, as Postgres has it.</summary>
internal sealed class UnitIndex(NpgsqlDataSource database, TimeProvider clock, ILogger<UnitIndex> logger) : ChangeFollower(database, clock, logger)
{
    private readonly Dictionary<Guid, (ulong Changed, UnitRow Row)> _rows = [];
    private readonly Vocabulary _vocabulary = new();

    /// <summary>All available units as of now.</summary>
    public UnitTable Table { get; private set; } = UnitTable.Empty;

    protected override string Query => $"select {UnitRows.Columns}, u.changed from units u where u.changed >= $1";

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var changed = false;
        while (await rows.ReadAsync(cancellationToken))
        {
            var (id, number) = (rows.GetGuid(0), rows.GetFieldValue<ulong>(UnitRows.Count));
            if (_rows.TryGetValue(id, out var known) && known.Changed == number)
                continue;
            _rows[id] = (number, new UnitRow(UnitRows.Read(rows), _vocabulary));
            changed = true;
        }

        if (changed)
            Table = new UnitTable(_rows.Values.Select(entry => entry.Row), _vocabulary);
    }
}
