using LeadHeat.Api.Data;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>An upload as it is stored.</summary>
internal sealed record UploadEntry
{
    private const string Waits = "The virus scanner does not answer. The file is kept and goes on as soon as it has been scanned.";

    public required Guid Id { get; init; }
    public required UploadState State { get; init; }

    /// <summary>What it becomes when the virus scanner has seen it.</summary>
    public UploadState? AfterScan { get; init; }

    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required string Encoding { get; init; }
    public required CsvDialect Dialect { get; init; }
    public required string Playbook { get; init; }
    public required OnDuplicate OnDuplicate { get; init; }
    public required byte[] Signature { get; init; }
    public required IReadOnlyList<ColumnMapping> Mapping { get; init; }
    public required IReadOnlyList<PreviewRow> Preview { get; init; }
    public required IReadOnlyList<string> Notices { get; init; }
    public string? Reason { get; init; }
    public long Lines { get; init; }
    public long Records { get; init; }
    public long RowsRead { get; init; }
    public long RowsOk { get; init; }
    public long RowsRejected { get; init; }
    public long RowsSkipped { get; init; }
    public long Duplicates { get; init; }
    public required string CreatedBy { get; init; }
    public Guid? CreatedById { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? ProgressedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Another one with every change.</summary>
    public uint Version { get; init; }

    /// <summary>About how many rows there are: a line each, but for the header.</summary>
    public long RowsTotal => State == UploadState.Done ? RowsRead : Math.Max(RowsRead, Lines - 1);

    public static UploadEntry Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0), State = row.Word<UploadState>(1), FileName = row.GetString(2), Bytes = row.GetInt64(3), Encoding = row.GetString(4),
        Dialect = new(row.GetString(5)[0], row.GetString(6)[0]), Playbook = row.GetString(7), OnDuplicate = row.Word<OnDuplicate>(8),
        Signature = row.IsDBNull(9) ? [] : row.GetFieldValue<byte[]>(9), Mapping = row.Json(10, LeadHeatJson.Default.IReadOnlyListColumnMapping),
        Preview = row.Json(11, LeadHeatJson.Default.IReadOnlyListPreviewRow), Notices = row.GetFieldValue<string[]>(12), Reason = row.TextOrNull(13),
        Lines = row.GetInt64(14), Records = row.GetInt64(15), RowsRead = row.GetInt64(16), RowsOk = row.GetInt64(17), RowsRejected = row.GetInt64(18),
        RowsSkipped = row.GetInt64(19), Duplicates = row.GetInt64(20), CreatedBy = row.GetString(21), CreatedById = row.ValueOrNull<Guid>(22),
        CreatedAt = row.Time(23), StartedAt = row.ValueOrNull<DateTimeOffset>(24), ProgressedAt = row.ValueOrNull<DateTimeOffset>(25),
        FinishedAt = row.ValueOrNull<DateTimeOffset>(26), Version = row.GetFieldValue<uint>(27),
        AfterScan = row.IsDBNull(28) ? null : row.Word<UploadState>(28),
    };

    // Nothing of a file is told before the virus scanner has seen it.
    private bool IsShown => State != UploadState.Unscanned;

    public UploadSummary Summary => new(Id, State, FileName, CreatedBy, CreatedAt, FinishedAt, RowsTotal, RowsRead, RowsOk, RowsRejected, Duplicates);

    public UploadView View(IReadOnlyList<UploadError> errors)
    {
        var speed = State == UploadState.Importing && StartedAt is { } began && ProgressedAt is { } last && last > began ? RowsRead / (last - began).TotalSeconds : (double?)null;
        return new(
            Id, State, FileName, Bytes, Encoding, Dialect.Delimiter.ToString(), Playbook, OnDuplicate, IsShown ? Mapping : [], IsShown ? Preview : [], RowsTotal, RowsRead, RowsOk,
            RowsRejected, Duplicates, RowsSkipped, errors, IsShown ? Reason : Waits, Notices, CreatedBy, CreatedAt, FinishedAt,
            speed, speed > 0 ? Math.Max(0, RowsTotal - RowsRead) / speed : null);
    }
}
