using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says what was understood, as a person would: once, shortly, and not everything.</summary>
internal static class Acknowledgement
{
    private const int Upset = 5;

    private static readonly string[] Contacts = [FactFields.Email, FactFields.Phone];

    public static void Write(Draft draft)
    {
        Open(draft);
        var news = draft.Turn.NewFacts.Where(fact => !fact.Value.IsEmpty).ToArray();
        Person(draft, news);
        // "2 bed, let me see" promises what is not looked for.
        if (Outsider.Of(draft) is null)
            Needs(draft, [.. news.Where(fact => fact.Field != FactFields.Name && !Contacts.Contains(fact.Field) && !IsImplied(fact, news) && !IsDayOfVisit(draft, fact) && fact.Confidence > 0.7)]);
        draft.Answered |= news.Length > 0;
        RuledOut.Write(draft);
    }

    private static void Person(Draft draft, Fact[] news)
    {
        var name = news.FirstOrDefault(fact => fact.Field == FactFields.Name) is { } known ? FirstName.Of(known.Display) : null;
        var contacts = news.Count(fact => Contacts.Contains(fact.Field));
        var what = contacts > 1 ? "your e-mail and number" : news.Any(fact => fact.Field == FactFields.Email) ? "your e-mail" : "your number";
        if (name is not null && contacts > 0)
            draft.Add(draft.Phrasing.Say(ReplyKeys.NameAndContact, ("name", name), ("contact", what)));
        else if (name is not null)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Name, ("name", name)));
        else if (contacts > 0)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Contact, ("contact", what)));
    }

    private static void Open(Draft draft)
    {
        var message = draft.Message;
        var unhappy = Mood.IsAnnoyed(message) || Mood.Complains(message);
        if (draft.Greeted && !message.Has(Cues.Reset) && !unhappy)
            return;
        if (message.Has(Cues.Reset))
            draft.Add(draft.Phrasing.Say(ReplyKeys.Reset));
        else if (unhappy && !AskedTwice.IsMeant(draft) && IsAboutUs(draft))
            draft.Add(draft.Phrasing.Say(ReplyKeys.Sorry));
        else if (message.Intent == Intent.Greeting && message.Has(Cues.Greeting) && (draft.Before.Turns == 1 || message.Values.Count == 0))
            draft.Add(draft.Phrasing.Say(draft.Before.Turns > 1 ? ReplyKeys.GreetAgain : ReplyKeys.Welcome));
        else if (message.Has(Cues.Greeting) && draft.Before.Turns == 1)
            draft.Add("Hi!");
        else if (message.Has(Cues.Thanks) && message.Values.Count == 0)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Thanks));
        else
            return;
        draft.Answered |= message.Has(Cues.Reset | Cues.Thanks) || message is { Intent: Intent.Greeting } && message.Has(Cues.Greeting);
    }

    // "Our customers complain about the taste" is what they want solved, not what we did.
    private static bool IsAboutUs(Draft draft) => !Mood.IsAboutTheirs(draft) && (draft.Turn.NewFacts.Count == 0 || draft.Message.Has(Cues.LetDown) || draft.Before.Frustration >= Upset || draft.Message.Text.Contains("you", StringComparison.OrdinalIgnoreCase));

    // The city is not repeated beside its area.
    private static bool IsImplied(Fact fact, Fact[] news) => fact.Field == FactFields.City && news.Any(other => other.Field == FactFields.Areas);

    // "Can I see it tomorrow?" says when to visit, not when to move.
    private static bool IsDayOfVisit(Draft draft, Fact fact) => fact.Field == FactFields.Timeline && Appointments.NamesDay(draft);

    private static void Needs(Draft draft, Fact[] needs)
    {
        // "Do you sell decaf?" is to be answered, not praised; what is told before it is heard.
        if (draft.Message.Has(Cues.Question) && !draft.Turn.Playbook.HasInventory && !draft.Message.Has(Cues.Visit))
            needs = ToldBefore(draft, needs, Asking.StartOf(draft.Message.Text));
        if (needs.Length == 0 || draft.Message.Has(Cues.Compare) || KnowledgeQuestions.IsSubjectOfPlace(draft.Turn))
            return;
        if (needs.Length == 1 && WasKnown(draft, needs[0].Field) && draft.Message.Has(Cues.Correction))
            draft.Add(draft.Phrasing.Say(ReplyKeys.Changed, ("detail", needs[0].Display)));
        else if (needs.Length == 1 || (needs.Length == 2 && needs.All(need => KeyOf(draft, need) != ReplyKeys.Detail)))
            draft.Add(string.Join(" ", needs.Select(need => Single(draft, need))));
        else if (LeadHeadline.Summary(needs, draft.Turn.Playbook) is { Length: > 0 } summary)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Summary, ("summary", summary)));
        else
            draft.Add(draft.Phrasing.Say(ReplyKeys.Detail, ("detail", string.Join(", ", needs.Select(fact => fact.Display)))));
    }

    // "We are eight, how long does it take?"
    private static Fact[] ToldBefore(Draft draft, Fact[] needs, int question) =>
        [.. needs.Where(fact => fact.Evidence.Any(words => words.MessageId == draft.Turn.Context.MessageId && words.Start + words.Length <= question))];

    // A playbook may have words of its own for a field's or a value's first mention: "ack_timeline", "ack_customer_type_new".
    private static string Single(Draft draft, Fact fact)
    {
        if (draft.Turn.Playbook.Field(fact.Field) is { } field && fact.Value.Text is not null && (field.Open || field.Kind == FieldKind.Text))
            return draft.Phrasing.Say(ReplyKeys.Noted);
        // What is added to a list is named without what was there.
        var display = fact.Value.Items is null ? fact.Display : Spoken(draft.Message.Find(fact.Field)?.Display ?? fact.Display);
        return draft.Phrasing.Say(KeyOf(draft, fact), ("detail", display));
    }

    // "Espresso machine, grinder" as one says it.
    private static string Spoken(string display) => Listing.And(display.Split(", "));

    private static string KeyOf(Draft draft, Fact fact)
    {
        var byValue = $"ack_{fact.Field}_{(fact.Value.Items is [var only] ? only : fact.Value.Text)?.Replace(' ', '_')}";
        var byField = "ack_" + fact.Field;
        return draft.Phrasing.Knows(byValue) ? byValue : draft.Phrasing.Knows(byField) ? byField : ReplyKeys.Detail;
    }

    private static bool WasKnown(Draft draft, string field) => draft.Turn.Before.Any(fact => fact.Field == field && !fact.Value.IsEmpty);
}
