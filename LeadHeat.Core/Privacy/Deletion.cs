using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Privacy;

/// <summary>Why somebody's data went.</summary>
[JsonConverter(typeof(WireEnumConverter<ErasureReason>))]
public enum ErasureReason { Asked, PeriodOver, Retention }

/// <summary>A person who is deleted and can be restored until <paramref name="EraseAt"/>.</summary>
/// <param name="People">How many entries that is: those who were united go together.</param>
public sealed record DeletedPerson(
    Guid ContactId, string Name, int People, int Rows, string DeletedBy, DateTimeOffset DeletedAt, DateTimeOffset EraseAt);

/// <summary>What was erased, without saying whose it was.</summary>
/// <param name="ContactId">Null where many went at once, by their age.</param>
/// <param name="Rows">How many of each store, <c>postgres: messages</c> or <c>redis: keys</c>.</param>
public sealed record ErasureReceipt(
    Guid Id, Guid? ContactId, ErasureReason Reason, string ErasedBy, int People, IReadOnlyDictionary<string, int> Rows, DateTimeOffset ErasedAt);

/// <summary>Who waits to be erased, and what was erased.</summary>
/// <param name="Receipts">The latest, newest first.</param>
public sealed record Erasures(IReadOnlyList<DeletedPerson> Waiting, IReadOnlyList<ErasureReceipt> Receipts);

/// <summary>How long a kind of data is kept.</summary>
/// <param name="Setting">What changes it.</param>
/// <param name="Due">How many would go now.</param>
public sealed record RetentionClass(string Name, string Title, string Setting, TimeSpan Kept, int Due, DateTimeOffset? Oldest);

/// <summary>The clocks, with what they would take now.</summary>
/// <param name="IsOn">False: nothing goes by itself.</param>
public sealed record Retention(bool IsOn, IReadOnlyList<RetentionClass> Classes, DateTimeOffset At);
