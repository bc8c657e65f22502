using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Uploads;

/// <summary>Where an upload stands.</summary>
[JsonConverter(typeof(WireEnumConverter<UploadState>))]
public enum UploadState { Mapping, Importing, Done, Rejected, Cancelled, Failed, Unscanned }

/// <summary>
/// What becomes of a row whose e-mail or phone number a lead has already: it joins that lead and fills what is not known there, it is left
/// out, or it becomes a lead of its own beside it.
/// </summary>
[JsonConverter(typeof(WireEnumConverter<OnDuplicate>))]
public enum OnDuplicate { Merge, Skip, Separate }

/// <summary>A file of leads, and what became of it.</summary>
/// <param name="Bytes">The file's size.</param>
/// <param name="Delimiter">What stands between its fields.</param>
/// <param name="RowsTotal">About how many rows it has, by its line ends.</param>
/// <param name="RowsRead">Rows that were read so far, without blank ones.</param>
/// <param name="RowsOk">Rows that became or joined a lead.</param>
/// <param name="RowsRejected">Rows with an error.</param>
/// <param name="Duplicates">Rows that joined a lead that was there already, or that came earlier in the file.</param>
/// <param name="RowsSkipped">Duplicates that were left out.</param>
/// <param name="Errors">The first errors; all of them are in the file of rejects.</param>
/// <param name="Reason">Why it was rejected or failed, in a sentence; null when neither.</param>
/// <param name="Notices">What somebody should know, in sentences.</param>
/// <param name="RowsPerSecond">How fast it goes; null while it does not.</param>
/// <param name="SecondsLeft">How long it will take yet; null while that is not known.</param>
public sealed record UploadView(
    Guid Id,
    UploadState State,
    string FileName,
    long Bytes,
    string Encoding,
    string Delimiter,
    string Playbook,
    OnDuplicate OnDuplicate,
    IReadOnlyList<ColumnMapping> Mapping,
    IReadOnlyList<PreviewRow> Preview,
    long RowsTotal,
    long RowsRead,
    long RowsOk,
    long RowsRejected,
    long Duplicates,
    long RowsSkipped,
    IReadOnlyList<UploadError> Errors,
    string? Reason,
    IReadOnlyList<string> Notices,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    double? RowsPerSecond = null,
    double? SecondsLeft = null);

/// <summary>One of a file's first rows.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cells">As they stand there.</param>
/// <param name="Errors">What is wrong with it under the mapping.</param>
/// <param name="LeadId">The lead that it is a duplicate of; null when it is none.</param>
/// <param name="SameAs">The line of the row above that it is a duplicate of; null when it is none.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<UploadError> Errors, Guid? LeadId = null, int? SameAs = null);

/// <summary>An upload in the list of all.</summary>
public sealed record UploadSummary(
    Guid Id, UploadState State, string FileName, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, long RowsTotal, long RowsRead, long RowsOk,
    long RowsRejected, long Duplicates);

/// <summary>The newest uploads.</summary>
public sealed record UploadList(IReadOnlyList<UploadSummary> Items);

/// <summary>A row that was the same person as a lead.</summary>
/// <param name="By">What is the same: <c>email</c> or <c>phone</c>.</param>
/// <param name="InFile">Whether that lead came earlier in the same file.</param>
/// <param name="Name">That lead's name as it is now.</param>
public sealed record UploadDuplicate(int Line, Guid LeadId, string By, bool InFile, string? Name = null);

/// <summary>Duplicates in the order of the file; <see cref="Next"/> is the line to go on after, null at the end.</summary>
public sealed record UploadDuplicates(IReadOnlyList<UploadDuplicate> Items, int? Next);

/// <summary>How a file is to be imported; what is null stays as it is. It starts the import.</summary>
/// <param name="Mapping">The columns to change, by their header.</param>
public sealed record MapUpload(
    IReadOnlyList<ColumnChoice>? Mapping = null, string? Playbook = null, OnDuplicate? OnDuplicate = null, string? Delimiter = null, string? Encoding = null, bool Start = true);

/// <summary>What a column is to be.</summary>
/// <param name="Field">A field's name; null to leave the column out.</param>
/// <param name="Days">Which number of its dates is the day.</param>
public sealed record ColumnChoice(string Column, string? Field, DayOrder? Days = null);

/// <summary>What columns can be chosen to be.</summary>
/// <param name="Playbooks">The businesses that a file can be for.</param>
public sealed record UploadChoices(IReadOnlyList<UploadChoice> Items, IReadOnlyList<UploadPlaybook> Playbooks);

/// <summary>One of them.</summary>
public sealed record UploadChoice(string Field, string Title);

/// <summary>A business that a file can be for.</summary>
public sealed record UploadPlaybook(string Name, string Title);
