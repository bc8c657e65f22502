using LeadHeat.Api.Access;
using LeadHeat.Api.Channels.WhatsApp;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>Who has a conversation, as it is under its lock: the bot, the queue or one person, with a version that every change of hands raises.</summary>
internal sealed record Ownership(Guid ConversationId, Handling Handling, int Version, Guid? PersonId, string? PersonName, DialogueState? Dialogue,
    bool NoMessages, bool NoMarketing, bool IsOutOfReach)
{
    /// <summary>From <see cref="HandlingSql.Lock"/>.</summary>
    public static Ownership Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Word<Handling>(1), row.GetInt32(2), row.ValueOrNull<Guid>(3), row.TextOrNull(4),
        row.IsDBNull(5) ? null : row.Json(5, LeadHeatJson.Default.DialogueState), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8));

    public bool IsHeldBy(Actor actor) => Handling == Handling.Human && PersonId == actor.Id;

    /// <summary>Whether the conversation would change hands.</summary>
    public bool ChangesTo(Handling handling, Actor actor) => handling == Handling.Human ? !IsHeldBy(actor) : handling != Handling;

    /// <summary>A person may write unless another one has the conversation of whom he has not seen that.</summary>
    /// <exception cref="RuleViolation">Another has it; the message says who.</exception>
    public void AdmitAnswer(Actor actor, int? seen)
    {
        if (Handling == Handling.Human && PersonId != actor.Id && seen != Version)
            throw new RuleViolation($"{Holder} has taken this conversation. Your answer was not sent.");
    }

    /// <summary>Nothing goes to who has taken back that it may, or is known by nothing any more; a template is what nobody asked for.</summary>
    /// <exception cref="RuleViolation">So it is; the message says what can be done.</exception>
    public void AdmitSending(bool isTemplate)
    {
        if (IsOutOfReach)
            throw new RuleViolation(WhatsAppFailures.OutOfReach);
        if (NoMessages)
            throw new RuleViolation("They want no messages: nothing is sent until they write START, or until you note that they agreed again.");
        if (isTemplate && NoMarketing)
            throw new RuleViolation("They want no messages that they have not asked for: a template cannot be sent. When they write, you can answer.");
    }

    /// <summary>Nobody changes what he has not seen: of two who act on the same sight, the first one wins.</summary>
    /// <exception cref="RuleViolation">It has changed hands meanwhile; the message says to whom.</exception>
    public void AdmitChange(Actor actor, int? seen)
    {
        if (seen == Version || IsHeldBy(actor))
            return;
        if (Handling == Handling.Human)
            throw new RuleViolation($"{Holder} has taken this conversation.");
        if (seen is not null)
            throw new RuleViolation(Handling == Handling.Queued ? "This conversation has been put into the queue." : "The bot has this conversation again.");
    }

    private string Holder => PersonName ?? "Somebody else";
}
