using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.Leads;

/// <summary>Adds a task.</summary>
public sealed record AddTask(
    [property: Required, StringLength(200, MinimumLength = 1)] string Title,
    DateTimeOffset? DueAt = null,
    Guid? AssigneeId = null);

/// <summary>Changes a task; what is null stays.</summary>
/// <param name="LeadId">Moves it to another lead of the same person.</param>
public sealed record ChangeTask(
    LeadTaskStatus? Status = null,
    [property: StringLength(200, MinimumLength = 1)] string? Title = null,
    DateTimeOffset? DueAt = null,
    Guid? LeadId = null);

/// <summary>Changes a lead; what is null stays. <see cref="Unassign"/> takes the owner away.</summary>
public sealed record ChangeLead(
    LeadStatus? Status = null,
    Guid? OwnerId = null,
    bool Unassign = false,
    [property: StringLength(200)] string? LostReason = null);

/// <summary>A person's own judgement: the score becomes <paramref name="Score"/> through a ledger line of the difference.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Reason">Why, for the ledger.</param>
public sealed record QualifyByHand(
    [property: JsonRequired, Range(0, 100)] int Score,
    [property: Required, StringLength(500, MinimumLength = 3)] string Reason);

/// <summary>A person answers; the bot falls silent.</summary>
/// <param name="ClientMessageId">Made by the caller; the same id twice is one message.</param>
/// <param name="OwnerVersion">
/// The conversation's version as the sender saw it. Where another person has it, only who has seen that may answer; null: nothing was seen.
/// </param>
public sealed record SendMessage(
    [property: Required, StringLength(4000, MinimumLength = 1)] string Text,
    [property: Required, StringLength(100, MinimumLength = 1)] string ClientMessageId,
    int? OwnerVersion = null);

/// <summary>Who shall answer from now on.</summary>
/// <param name="OwnerVersion">The version as the caller saw it: when it has changed hands since, the caller is told who has it and nothing changes.</param>
public sealed record ChangeHandling([property: JsonRequired] Handling Handling, int? OwnerVersion = null);

/// <summary>A person sets a fact.</summary>
/// <param name="Text">The value as typed; understood as the field's kind.</param>
public sealed record SetFact([property: Required, StringLength(200, MinimumLength = 1)] string Text);
