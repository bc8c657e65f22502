using LeadHeat.Api.Data;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>A turn and its lead as they are under lock when its outcome comes.</summary>
internal sealed record TurnToStore(
    TurnState State,
    Guid ConversationId,
    Guid LeadId,
    DateTimeOffset ReceivedAt,
    int OwnerVersion,
    Handling Handling,
    string Playbook,
    DialogueState Dialogue,
    IReadOnlyList<Fact> Facts,
    Heat Heat,
    Guid ContactId,
    (string? Name, string? Email, string? Phone) Contact,
    (string Card, int Version, IReadOnlyList<UnitMatch> Matches)? Qualified,
    int Attempts,
    Guid Id)
{
    /// <summary>What people added to the score.</summary>
    public IReadOnlyList<LedgerLine> Adjustments { get; init; } = [];

    /// <summary>Neither over nor in other hands since the agent began.</summary>
    public bool Takes(TurnOutcome outcome) => State is TurnState.Queued or TurnState.Running && OwnerVersion == outcome.OwnerVersion;

    /// <summary>What was known before the turn's message: what a form told was stored with it.</summary>
    public IReadOnlyList<Fact> FactsBefore(TurnOutcome outcome) => FormAnswers.Except(Facts, [.. outcome.Facts.Where(fact => fact.SetBy == FactSource.Form)]);

    /// <summary>From <see cref="OutcomeSql.Read"/>.</summary>
    public static TurnToStore Read(NpgsqlDataReader reader) => new(
        reader.Word<TurnState>(0),
        reader.GetGuid(1),
        reader.GetGuid(2),
        reader.Time(3),
        reader.GetInt32(4),
        reader.Word<Handling>(5),
        reader.GetString(6),
        reader.IsDBNull(7) ? DialogueState.Start : reader.Json(7, LeadHeatJson.Default.DialogueState),
        reader.Json(8, LeadHeatJson.Default.IReadOnlyListFact),
        reader.Word<Heat>(9),
        reader.GetGuid(10),
        reader.GetFieldValue<string?[]>(11) is [var name, var email, var phone] ? (name, email, phone) : default,
        reader.IsDBNull(12) ? null : (reader.GetString(12), reader.GetInt32(13), reader.Json(14, LeadHeatJson.Default.IReadOnlyListUnitMatch)),
        reader.GetInt32(15),
        reader.GetGuid(16));
}
