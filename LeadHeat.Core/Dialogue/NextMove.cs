using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Ends a reply with one step forward: an offer when its moment has come, else the question that would tell most.</summary>
internal static class NextMove
{
    private const int LongestAmount = 16;
    private const int FewestDigits = 7;
    private const int MostDigits = 9;

    public static void Write(Draft draft)
    {
        if (draft.Complete)
            return;
        if (!draft.Answered && draft.Cards.Count == 0)
        {
            NotUnderstood(draft);
            if (draft.Complete)
                return;
        }
        else
        {
            draft.Unfire(StateUpdate.Lost);
        }
        if (draft.HasFired(StateUpdate.NoQuestions) && draft.Turn.NewFacts.Count == 0)
        {
            if (draft.Text.Length == 0)
                draft.Add(draft.Phrasing.Say(ReplyKeys.AnythingElse));
            draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
            return;
        }
        draft.Unfire(StateUpdate.NoQuestions);
        var question = NextQuestion.Of(draft);
        if (Coach.Next(draft, question?.Points) is { } rule)
            Coach.Offer(draft, rule);
        else if (question is { } next)
            Return(draft, next);
        else
            Close(draft);
    }

    private static void NotUnderstood(Draft draft)
    {
        if (Telling.IsPlain(draft.Message))
        {
            draft.Unfire(StateUpdate.Lost);
            Hear(draft);
            return;
        }
        // A plain "ok" or "no" needs no apology, nor what is told again.
        if (draft.Message.Values.Count > 0 || draft.Message.Has(Cues.Yes | Cues.No | Cues.Praise | Cues.Likes | Cues.Search | Cues.Delight | Cues.More))
            return;
        if (Asking.ForQuiet(draft.Message))
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.Left));
            return;
        }
        if (IsShortNumber(draft.Message.Text))
        {
            draft.Note("phone_short", "A phone number with too few digits");
            draft.Add(draft.Phrasing.Say(ReplyKeys.PhoneShort));
            draft.Asked = FactFields.Phone;
            draft.Complete = true;
            return;
        }
        draft.Fire(StateUpdate.Lost);
        if (Telling.Is(draft.Message))
        {
            Hear(draft);
            return;
        }
        if (!IsHalfAnAmount(draft))
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.NotUnderstood));
            return;
        }
        draft.Add(draft.Phrasing.Say(ReplyKeys.BudgetUnclear));
        draft.Asked = FactFields.Budget;
        draft.Chips = draft.Turn.Playbook.Field(FactFields.Budget) is { } budget ? ChipsOf(draft, budget) : [];
        draft.Complete = true;
    }

    private static void Hear(Draft draft)
    {
        draft.Note("told", "Tells of himself: heard, though no field takes it");
        draft.Add(draft.Phrasing.Say(ReplyKeys.Told));
    }

    // "98450 1234": figures alone, nearly as many as a number has.
    private static bool IsShortNumber(string text) =>
        text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits && text.TrimStart()[0] is '+' or '0' or >= '6' and <= '9' && text.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '-' or '+' or '.' or '(' or ')');

    // "1.5" as a budget: of what?
    private static bool IsHalfAnAmount(Draft draft) =>
        draft.Turn.Context.Dialogue.LastAsked == FactFields.Budget && draft.Message.Text.Length <= LongestAmount && draft.Message.Text.Any(char.IsAsciiDigit)
        && draft.Before.Asked.GetValueOrDefault(FactFields.Budget) < draft.Turn.Playbook.Thresholds.Asks && !draft.IsRefused(FactFields.Budget);

    // After a side question the thread is taken up once, then left alone until a few were answered.
    private static void Return(Draft draft, NextQuestion next)
    {
        var asks = draft.Message.Has(Cues.Question) && draft.Turn.NewFacts.Count == 0 ? draft.Before.SideQuestions : 0;
        var steering = draft.Turn.Playbook.Thresholds.QuestionsBeforeSteering;
        if (asks > 0 && asks % steering == 0 && !NextQuestion.IsContact(next.Field))
        {
            draft.Note("steer", $"{asks} questions were answered in a row");
            draft.Break();
            draft.Add(draft.Phrasing.Say(ReplyKeys.Steer));
        }
        else if (asks > 1)
        {
            draft.Pending = next.Field.Name;
            draft.Chips = ChipsOf(draft, next.Field);
            return;
        }
        else if (asks == 1 && draft.Turn.Context.Dialogue.LastAsked == next.Field.Name)
        {
            draft.Note("back_to_thread", $"Its question for {next.Field.Missing} is still open");
            draft.Break();
            draft.Add(draft.Phrasing.Say(ReplyKeys.BackTo));
        }
        else if (draft.Arranged)
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.Meanwhile));
        }
        Ask(draft, next);
    }

    private static void Ask(Draft draft, NextQuestion next)
    {
        var asked = draft.Before.Asked.GetValueOrDefault(next.Field.Name);
        draft.Note("ask:" + next.Field.Name, $"Would bring {next.Points} points; asked {asked} times before");
        var start = StableHash.Of(draft.Turn.Context.ConversationId, next.Field.Name.Length);
        draft.Add(next.Field.Ask[(int)((start + (uint)asked) % (uint)next.Field.Ask.Count)]);
        draft.Asked = next.Field.Name;
        draft.Chips = ChipsOf(draft, next.Field);
    }

    private static IReadOnlyList<string> ChipsOf(Draft draft, PlaybookField field)
    {
        if (draft.Turn.Playbook.CityOf(draft.Known(FactFields.City)?.Value.Text) is { } city)
        {
            if (field.Kind == FieldKind.Areas)
                return [.. city.Areas.Where(area => !RuledOut.Is(draft, field.Name, area.Name)).Take(3).Select(area => area.Name)];
            if (field.ChipsIn.TryGetValue(city.Currency, out var chips))
                return chips;
        }
        return field.Chips;
    }

    private static void Close(Draft draft)
    {
        if (!draft.Declined && draft.HasFired("coach:site_visit") && !draft.HasFired(StateUpdate.OfferedAgain) && !draft.HasFired(StateUpdate.Visit) && !draft.HasFired(StateUpdate.Call))
        {
            draft.Fire(StateUpdate.OfferedAgain);
            draft.Add(draft.Phrasing.Say(ReplyKeys.OfferAgain));
        }
        else if (draft.Text.Length == 0 || !(draft.Arranged || draft.Message.Has(Cues.Goodbye)))
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.AnythingElse));
        }
        draft.Chips = draft.Turn.Playbook.Replies[draft.HasFired(StateUpdate.Visit) || draft.HasFired(StateUpdate.Call) ? ReplyKeys.BookedChips : ReplyKeys.DoneChips];
    }
}
