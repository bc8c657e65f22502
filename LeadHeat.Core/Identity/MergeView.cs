using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Identity;

/// <summary>What became of the thought that two people are one.</summary>
[JsonConverter(typeof(WireEnumConverter<MergeState>))]
public enum MergeState { Proposed, Done, Rejected, Undone }

/// <summary>Two people who may be one, or were made one.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Automatic">Whether it was certain, and done without anybody looking.</param>
/// <param name="Left">Who stays, or would stay.</param>
/// <param name="Right">Who is, or would be, united with the other.</param>
/// <param name="DecidedBy">Who accepted or rejected; null while proposed.</param>
/// <param name="Fields">Of a merge that was done: what each field was; empty else.</param>
public sealed record MergeView(
    Guid Id,
    MergeState State,
    double Confidence,
    IReadOnlyList<MatchReason> Reasons,
    bool Automatic,
    PersonView Left,
    PersonView Right,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    DateTimeOffset? UndoneAt,
    string? UndoneBy,
    IReadOnlyList<MergeField> Fields);

/// <summary>One side of a merge.</summary>
/// <param name="Keys">By what this person is known.</param>
/// <param name="Leads">The latest 5.</param>
public sealed record PersonView(
    Guid Id, string? Name, string? Email, string? Phone, DateTimeOffset CreatedAt, IReadOnlyList<KeyView> Keys, IReadOnlyList<LeadRow> Leads);

/// <summary>Something by which a person is known.</summary>
/// <param name="Verified">Whether it is proven and not only said.</param>
/// <param name="LeadId">The lead that it was learned with; null where it is of none.</param>
public sealed record KeyView(KeyKind Kind, string Value, KeySource Source, bool Verified, Guid? LeadId, DateTimeOffset LearnedAt);

/// <summary>A field of a merge that was done.</summary>
/// <param name="Field"><c>name</c>, <c>email</c>, <c>phone</c>, <c>consents</c>, <c>lead:…</c> or <c>contact:…</c>.</param>
/// <param name="Kept">What the one who stays had.</param>
/// <param name="Other">What the other one had.</param>
/// <param name="Merged">What it became.</param>
/// <param name="UndoneAt">When it was taken apart again; null while it holds.</param>
/// <param name="Note">What has to be said about that: the field had been changed since.</param>
public sealed record MergeField(string Field, string? Kept, string? Other, string? Merged, DateTimeOffset? UndoneAt, string? Note);

/// <summary>A page of merges, the newest first.</summary>
/// <param name="Next">The next page's cursor; null on the last.</param>
public sealed record MergePage(IReadOnlyList<MergeView> Items, string? Next);

/// <summary>Takes a merge apart again.</summary>
/// <param name="Fields">Only these fields; all when null.</param>
public sealed record UndoMerge([property: MaxLength(1000)] IReadOnlyList<string>? Fields = null);

/// <summary>Unites somebody with another person.</summary>
/// <param name="With">Who is united with the one of the address.</param>
public sealed record MergeContacts([property: JsonRequired] Guid With);

/// <summary>A person with all by which they are known.</summary>
/// <param name="MergedInto">Who this person was united with; null for who stands alone. Leads and keys are there then.</param>
/// <param name="Leads">The latest 100.</param>
/// <param name="Merges">The latest 50, newest first.</param>
public sealed record ContactDetail(
    Guid Id,
    string? Name,
    string? Email,
    string? Phone,
    IReadOnlyList<ConsentView> Consents,
    Guid? MergedInto,
    IReadOnlyList<KeyView> Keys,
    IReadOnlyList<LeadRow> Leads,
    IReadOnlyList<MergeView> Merges);
