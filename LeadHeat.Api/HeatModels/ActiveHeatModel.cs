using LeadHeat.Api.Data;
using LeadHeat.Core.HeatModels;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>The model that scores leads, in memory. Every Api follows the table, so that it is swapped everywhere without a restart.</summary>
internal sealed partial class ActiveHeatModel(NpgsqlDataSource database, TimeProvider clock, ILogger<ActiveHeatModel> logger)
    : ChangeFollower(database, clock, logger)
{
    private volatile LoadedHeatModel? _current;

    /// <summary>Null when none is active.</summary>
    public LoadedHeatModel? Current => _current;

    // The one that becomes active after the one that rests. Progress changes rows, too, but has no document.
    protected override string Query => """
        select id, version, active, case when active then document end from heat_models where changed >= $1 and state = 'done' order by active
        """;

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            var (id, version, active) = (rows.GetGuid(0), rows.GetInt32(1), rows.GetBoolean(2));
            if (!active && _current?.Id == id)
                _current = null;
            else if (active && _current?.Id != id)
                _current = Load(id, version, rows.GetFieldValue<byte[]>(3));
        }
    }

    // A model that cannot be read stands in nobody's way: leads are then shown without a probability.
    private LoadedHeatModel? Load(Guid id, int version, byte[] document)
    {
        try
        {
            return new(id, version, HeatModel.Read(document));
        }
        catch (HeatModelException damaged)
        {
            LogDamaged(logger, id, damaged.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The heat model {Id} cannot be used: {Why}")]
    private static partial void LogDamaged(ILogger logger, Guid id, string why);
}

/// <summary>A model with its name.</summary>
internal sealed record LoadedHeatModel(Guid Id, int Version, HeatModel Model);
