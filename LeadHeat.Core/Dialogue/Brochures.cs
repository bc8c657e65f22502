using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Has something sent: details of a home, a price list, a questionnaire; asks for the address where it is missing.</summary>
internal static class Brochures
{
    /// <summary>The subject of who asks for one.</summary>
    public const string Topic = "brochure";

    public static void Send(Draft draft)
    {
        if (draft.IsRefused(FactFields.Email) && draft.Known(FactFields.Email) is null)
        {
            // Told here instead: an address that was refused is not asked for by another door.
            draft.Add(draft.UnitMeant is { } unit ? draft.Phrasing.Say(ReplyKeys.About, UnitWords.Of(unit, draft.Shown, draft.Turn.Playbook)) : draft.Phrasing.Say(ReplyKeys.RefusedContact));
            draft.Answered = true;
            return;
        }
        Appointments.Begin(draft, StateUpdate.Brochure, "Wants it in writing");
        if (draft.Known(FactFields.Email) is not { } email)
        {
            draft.Open(StateUpdate.Brochure);
            if (!Appointments.Ask(draft, ReplyKeys.BrochureNeedsEmail, FactFields.Email))
                draft.Add(draft.Phrasing.Say(ReplyKeys.RefusedContact));
            return;
        }
        draft.Close(StateUpdate.Brochure);
        draft.PromiseNextStep($"{StateUpdate.Brochure} {email.Display}");
        var asked = draft.Message.Topic != Topic && Asking.ToBeSent(draft.Message);
        draft.Add(draft.Phrasing.Say(asked ? ReplyKeys.SendAccepted : ReplyKeys.BrochureAccepted, ("match", Appointments.MatchOf(draft)), ("email", email.Display)));
        draft.Answered = true;
    }
}
