using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Inventory;

/// <summary>Imports units line by line: good lines are stored, bad ones are refused by number, field and reason.</summary>
internal sealed class UnitImport(NpgsqlDataSource database, UnitIndex index, LiveEvents live, TimeProvider clock)
{
    private const int MostErrors = 1000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public async Task<UnitImportResult> RunAsync(PipeReader body, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var batch = new UnitBatch();
        await foreach (var line in JsonLines.ReadAsync(body, cancellationToken))
        {
            if (Read(line, tally) is not { } unit)
                continue;
            if (batch.IsClosedTo(unit.ExternalId!.Trim()))
                await StoreAsync(batch, tally, cancellationToken);
            batch.Add(unit);
        }

        await StoreAsync(batch, tally, cancellationToken);
        await index.CatchUpAsync(cancellationToken);
        return new UnitImportResult(
            tally.Read, tally.Created, tally.Updated, tally.Read - tally.Rejected - tally.Created - tally.Updated, tally.Rejected, tally.Errors);
    }

    private async Task StoreAsync(UnitBatch batch, Tally tally, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return;
        var (created, updated) = await batch.StoreAsync(database, clock.GetUtcNow(), cancellationToken);
        tally.Created += created;
        tally.Updated += updated;
        if (created + updated > 0)
            live.Publish(LiveEventKind.InventoryChanged);
    }

    // Null for a blank line or a refused one.
    private static UnitLine? Read(JsonLine line, Tally tally)
    {
        if (line.Bytes is not { } bytes)
            return tally.Refuse(line.Number, (null, $"The line is longer than {JsonLines.Longest} bytes."));
        var json = (bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray()).Trim(" \t\r"u8);
        if (line.Number == 1 && json.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];
        if (json.IsEmpty)
            return null;
        try
        {
            return JsonSerializer.Deserialize(json, InventoryJson.Default.UnitLine) is { } unit
                ? Check(unit, line.Number, tally)
                : tally.Refuse(line.Number, (null, "The line is no JSON object."));
        }
        catch (JsonException wrong)
        {
            return tally.Refuse(line.Number, (wrong.Path is { Length: > 2 } path ? path[2..] : null, BadJson.Reason(wrong)));
        }
    }

    private static UnitLine? Check(UnitLine unit, int number, Tally tally)
    {
        var faults = unit.Faults().ToArray();
        if (faults.Length > 0)
            return tally.Refuse(number, faults);
        tally.Read++;
        return unit;
    }

    private sealed class Tally
    {
        public int Read { get; set; }
        public int Created { get; set; }
        public int Updated { get; set; }
        public int Rejected { get; private set; }
        public List<UnitImportError> Errors { get; } = [];

        public UnitLine? Refuse(int line, params ReadOnlySpan<(string? Field, string Reason)> faults)
        {
            Read++;
            Rejected++;
            foreach (var (field, reason) in faults)
                if (Errors.Count < MostErrors)
                    Errors.Add(new UnitImportError(line, field, reason));
            return null;
        }
    }
}
