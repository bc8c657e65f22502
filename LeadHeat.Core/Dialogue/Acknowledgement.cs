using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says what was understood, as a person would: once, shortly, and not everything.</summary>
internal static class Acknowledgement
{
    private static readonly string[] Contacts = [FactFields.Email, FactFields.Phone];

    public static void Write(Draft draft)
    {
        Open(draft);
        var news = draft.Turn.NewFacts.Where(fact => !fact.Value.IsEmpty).ToArray();
        if (news.FirstOrDefault(fact => fact.Field == FactFields.Name) is { } name)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Name, ("name", name.Display)));
        if (news.Count(fact => Contacts.Contains(fact.Field)) is var contacts and > 0)
        {
            var what = contacts == 2 ? "your e-mail and number" : news.Any(fact => fact.Field == FactFields.Email) ? "your e-mail" : "your number";
            draft.Add(draft.Phrasing.Say(ReplyKeys.Contact, ("contact", what)));
        }
        Needs(draft, [.. news.Where(fact => fact.Field != FactFields.Name && !Contacts.Contains(fact.Field) && !IsImplied(fact, news))]);
        draft.Answered |= news.Length > 0;
    }

    private static void Open(Draft draft)
    {
        var message = draft.Message;
        if (draft.Greeted && !message.Has(Cues.Reset) && message.Frustration <= 1)
            return;
        if (message.Has(Cues.Reset))
            draft.Add(draft.Phrasing.Say(ReplyKeys.Reset));
        else if (message.Frustration > 1)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Sorry));
        else if (message.Intent == Intent.Greeting)
            draft.Add(draft.Phrasing.Say(draft.Before.Turns > 1 ? ReplyKeys.GreetAgain : ReplyKeys.Welcome));
        else if (message.Has(Cues.Greeting) && draft.Before.Turns == 1)
            draft.Add("Hi!");
        else if (message.Has(Cues.Thanks) && message.Values.Count == 0)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Thanks));
        else
            return;
        draft.Answered |= message.Has(Cues.Reset | Cues.Thanks) || message.Intent == Intent.Greeting;
    }

    // The city is not repeated beside its area.
    private static bool IsImplied(Fact fact, Fact[] news) => fact.Field == FactFields.City && news.Any(other => other.Field == FactFields.Areas);

    private static void Needs(Draft draft, Fact[] needs)
    {
        // "Do you sell decaf?" is to be answered, not praised.
        if (needs.Length == 0 || (draft.Message.Has(Cues.Availability) && draft.Message.Has(Cues.Question) && !draft.Turn.Playbook.HasInventory))
            return;
        if (needs.Length == 1 && WasKnown(draft, needs[0].Field) && draft.Message.Has(Cues.Correction))
            draft.Add(draft.Phrasing.Say(ReplyKeys.Changed, ("detail", needs[0].Display)));
        else if (needs.Length == 1)
            draft.Add(Single(draft, needs[0]));
        else if (LeadHeadline.Summary(needs, draft.Turn.Playbook) is { Length: > 0 } summary)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Summary, ("summary", summary)));
        else
            draft.Add(draft.Phrasing.Say(ReplyKeys.Detail, ("detail", string.Join(", ", needs.Select(fact => fact.Display)))));
    }

    // A playbook may have words of its own for a field's or a value's first mention: "ack_timeline", "ack_customer_type_new".
    private static string Single(Draft draft, Fact fact)
    {
        if (draft.Turn.Playbook.Field(fact.Field) is { } field && fact.Value.Text is not null && (field.Open || field.Kind == FieldKind.Text))
            return draft.Phrasing.Say(ReplyKeys.Noted);
        var byValue = $"ack_{fact.Field}_{fact.Value.Text?.Replace(' ', '_')}";
        var byField = "ack_" + fact.Field;
        var key = draft.Phrasing.Knows(byValue) ? byValue : draft.Phrasing.Knows(byField) ? byField : ReplyKeys.Detail;
        // What is added to a list is named without what was there.
        var display = fact.Value.Items is null ? fact.Display : draft.Message.Find(fact.Field)?.Display ?? fact.Display;
        return draft.Phrasing.Say(key, ("detail", display));
    }

    private static bool WasKnown(Draft draft, string field) => draft.Turn.Context.Facts.Any(fact => fact.Field == field && !fact.Value.IsEmpty);
}
