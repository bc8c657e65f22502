using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// Answers who says that we have something already: with a word of regret and with what is known. What is not known is asked for once more, plainly, and then let be.
/// </summary>
internal static class AskedTwice
{
    private const string Mark = "asked_twice:";

    /// <summary>Whether a message says so, and tells nothing new.</summary>
    public static bool IsMeant(Draft draft) => draft.Message.Has(Cues.SaidBefore) && draft.Turn.NewFacts.All(fact => fact.Value.IsEmpty);

    /// <summary>Whether a field has been asked for as often as it may be.</summary>
    public static bool IsOver(Draft draft, string field) => draft.HasFired(Mark + field);

    /// <summary>Answers it; false when nothing of the kind was said.</summary>
    public static bool Write(Draft draft)
    {
        if (!IsMeant(draft))
            return false;
        draft.Note("said_already", "Says that we have it: what is known is not asked for again");
        draft.Answered = true;
        if (FieldMeant(draft) is not { } field)
            Say(draft, LeadHeadline.Summary([.. draft.Turn.Facts.Where(fact => !fact.Value.IsEmpty)], draft.Turn.Playbook));
        else if (Known(draft, field) is { } known)
            Say(draft, known);
        else if (IsOver(draft, field.Name))
            draft.Add(draft.Phrasing.Say(ReplyKeys.SaidLetBe));
        else
            AskPlainly(draft, field);
        return true;
    }

    private static void Say(Draft draft, string known) =>
        draft.Add(known.Length > 0 ? draft.Phrasing.Say(ReplyKeys.SaidKnown, ("known", known)) : draft.Phrasing.Say(ReplyKeys.SaidUnknown));

    private static void AskPlainly(Draft draft, PlaybookField field)
    {
        draft.Fire(Mark + field.Name);
        draft.Add(draft.Phrasing.Say(ReplyKeys.SaidUnknown));
        draft.Add(draft.Phrasing.Choose(field.Ask));
        draft.Asked = field.Name;
        draft.Complete = true;
    }

    // The one that the message names, else the one that was asked for.
    private static PlaybookField? FieldMeant(Draft draft)
    {
        var playbook = draft.Turn.Playbook;
        return draft.Message.NamedFields.Select(playbook.Field).FirstOrDefault(field => field is not null)
            ?? (draft.Turn.Context.Dialogue.LastAsked is { } asked ? playbook.Field(asked) : null);
    }

    // One way to reach somebody is enough where either was asked for.
    private static string? Known(Draft draft, PlaybookField field) => field.Kind switch
    {
        FieldKind.Email or FieldKind.Phone => draft.Known(field.Name) is { } exact ? WordsOf(exact) : draft.Known(FactFields.Phone) is { } phone ? WordsOf(phone) : draft.Known(FactFields.Email) is { } email ? WordsOf(email) : null,
        _ => draft.Known(field.Name)?.Display,
    };

    private static string WordsOf(Fact contact) => contact.Field == FactFields.Phone ? "your number" : "your e-mail";
}
