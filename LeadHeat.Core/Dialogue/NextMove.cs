using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Ends a reply with one step forward: an offer when the lead is ready for it, else the question that would tell most.</summary>
internal static class NextMove
{
    public const int MostAsks = 3;
    private const int WorthAsking = 9;
    private const int LessForEveryAsk = 8;
    private const int TurnsBeforeContact = 4;
    private const int LongestAmount = 16;

    public static void Write(Draft draft)
    {
        if (draft.Complete)
            return;
        if (!draft.Answered && draft.Cards.Count == 0)
        {
            if (draft.Message.Has(Cues.Question) && draft.Message.Intent != Intent.OffTopic)
            {
                SideAnswers.OfferPerson(draft);
                return;
            }
            NotUnderstood(draft);
            if (draft.Complete)
                return;
        }
        else
        {
            draft.Unfire(StateUpdate.Lost);
        }
        var question = Question(draft);
        if (MayOffer(draft, question))
            Offer(draft);
        else if (question is { } field)
            Ask(draft, field);
        else
            Close(draft);
    }

    private static void NotUnderstood(Draft draft)
    {
        // A plain "ok" or "no" needs no apology.
        if (draft.Message.Has(Cues.Yes | Cues.No | Cues.Praise | Cues.Likes | Cues.Search | Cues.Delight | Cues.More))
            return;
        draft.Fire(StateUpdate.Lost);
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

    // "1.5" as a budget: of what?
    private static bool IsHalfAnAmount(Draft draft) =>
        draft.Turn.Context.Dialogue.LastAsked == FactFields.Budget && draft.Message.Text.Length <= LongestAmount && draft.Message.Text.Any(char.IsAsciiDigit)
        && draft.Before.Asked.GetValueOrDefault(FactFields.Budget) < MostAsks && !draft.IsRefused(FactFields.Budget);

    /// <summary>The field to ask for: the most points, less for every time that it was asked; never a refused, known or thrice asked one.</summary>
    private static PlaybookField? Question(Draft draft)
    {
        // First what they need, then how to reach them: as people who have just met would talk.
        if (draft.Before.Turns < TurnsBeforeContact && Best(draft, field => !IsContact(field)) is { } need)
            return need;
        return Best(draft, _ => true);
    }

    private static PlaybookField? Best(Draft draft, Func<PlaybookField, bool> isMeant)
    {
        PlaybookField? best = null;
        var bestWorth = 0;
        foreach (var field in draft.Turn.Playbook.Fields)
        {
            if (!isMeant(field) || !MayAsk(draft, field))
                continue;
            var asked = draft.Before.Asked.GetValueOrDefault(field.Name);
            var worth = PointsOf(draft, field.Name) + field.Weight - (asked * LessForEveryAsk);
            // Who answers with something else has not said no; who says nothing to it may not want to.
            if (asked > 0 && draft.Turn.Context.Dialogue.LastAsked == field.Name && draft.Turn.NewFacts.Count == 0)
                worth -= LessForEveryAsk;
            if (worth > bestWorth)
                (best, bestWorth) = (field, worth);
        }
        return best;
    }

    private static bool IsContact(PlaybookField field) => field.Kind is FieldKind.Name or FieldKind.Email or FieldKind.Phone;

    private static bool MayAsk(Draft draft, PlaybookField field)
    {
        if (field.Ask.Count == 0 || !field.IsFor(draft.Before.CustomerType) || draft.Known(field.Name) is not null || draft.IsRefused(field.Name))
            return false;
        if (draft.Before.Asked.GetValueOrDefault(field.Name) >= MostAsks || Excludes(draft, field.Unless))
            return false;
        return field.Name switch
        {
            FactFields.Phone => !draft.IsRefused(FactFields.Email) && (draft.Known(FactFields.Email) is null || field.Required || draft.HasFired(StateUpdate.Visit)),
            FactFields.Email => !draft.IsRefused(FactFields.Phone) && (draft.Known(FactFields.Phone) is null || field.Required),
            FactFields.City => draft.Known(FactFields.Areas) is null,
            _ => true,
        };
    }

    private static bool Excludes(Draft draft, string? unless)
    {
        if (unless?.Split('=') is not [var name, var value] || draft.Known(name)?.Value is not { } known)
            return false;
        return known.Text == value || (known.Items is { Count: 1 } items && items[0] == value);
    }

    private static int PointsOf(Draft draft, string field)
    {
        foreach (var missing in draft.Findings.Score?.Missing ?? [])
        {
            if (missing.Field == field)
                return missing.Points;
        }
        return 0;
    }

    // An offer comes once, when the lead is qualified and no question would tell more than it.
    private static bool MayOffer(Draft draft, PlaybookField? question) =>
        !draft.Declined && draft.Findings.Score is { Qualified: true } score
        && !draft.HasFired(StateUpdate.Offered) && !draft.HasFired(StateUpdate.Visit) && !draft.HasFired(StateUpdate.Call)
        && (score.Heat == Heat.Hot || question is null || PointsOf(draft, question.Name) < WorthAsking)
        && (!draft.Turn.Playbook.HasInventory || draft.UnitMeant is not null);

    private static void Offer(Draft draft)
    {
        draft.Break();
        draft.Note("offer", $"Qualified with {draft.Findings.Score!.Score} points, and no question would tell more");
        draft.Add(draft.Phrasing.Say(ReplyKeys.Offer, ("match", draft.UnitMeant?.Title ?? "")));
        draft.Fire(StateUpdate.Offered);
        draft.Asked = StateUpdate.AskedOffer;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.OfferChips];
    }

    private static void Ask(Draft draft, PlaybookField field)
    {
        var asked = draft.Before.Asked.GetValueOrDefault(field.Name);
        draft.Note("ask:" + field.Name, $"Would bring {PointsOf(draft, field.Name)} points; asked {asked} times before");
        if (draft.Arranged)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Meanwhile));
        var start = StableHash.Of(draft.Turn.Context.ConversationId, field.Name.Length);
        draft.Add(field.Ask[(int)((start + (uint)asked) % (uint)field.Ask.Count)]);
        draft.Asked = field.Name;
        draft.Chips = ChipsOf(draft, field);
    }

    private static IReadOnlyList<string> ChipsOf(Draft draft, PlaybookField field)
    {
        var name = draft.Known(FactFields.City)?.Value.Text;
        foreach (var city in draft.Turn.Playbook.Cities)
        {
            if (city.Name != name)
                continue;
            if (field.Kind == FieldKind.Areas)
                return [.. city.Areas.Take(3).Select(area => area.Name)];
            if (field.ChipsIn.TryGetValue(city.Currency, out var chips))
                return chips;
        }
        return field.Chips.Count > 0 ? field.Chips : draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
    }

    private static void Close(Draft draft)
    {
        if (!draft.Declined && draft.HasFired(StateUpdate.Offered) && !draft.HasFired(StateUpdate.OfferedAgain) && !draft.HasFired(StateUpdate.Visit) && !draft.HasFired(StateUpdate.Call))
        {
            draft.Fire(StateUpdate.OfferedAgain);
            draft.Add(draft.Phrasing.Say(ReplyKeys.OfferAgain));
        }
        else if (draft.Text.Length == 0 || draft.Message.Has(Cues.Question) || draft.Cards.Count > 0 || !draft.Message.Has(Cues.Goodbye))
            draft.Add(draft.Phrasing.Say(ReplyKeys.AnythingElse));
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
    }
}
