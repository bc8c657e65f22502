using System.Text.Json.Serialization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>What to do with a lead next.</summary>
/// <param name="Action">What kind of thing it is.</param>
/// <param name="Text">In one sentence.</param>
/// <param name="Reasons">Why this and not something else, the strongest first.</param>
/// <param name="Priority">How much the lead matters.</param>
/// <param name="DueAt">By when (UTC); null when there is no hurry.</param>
/// <param name="Overdue">Whether that time has passed.</param>
/// <param name="Field">The field to ask for; null when nothing is to be asked.</param>
/// <param name="Question">How to ask for it.</param>
/// <param name="Points">What the answer could bring.</param>
public sealed record NextBestAction(
    Guid LeadId, LeadAction Action, string Text, IReadOnlyList<string> Reasons, int? Score, Heat Heat, Priority Priority, DateTimeOffset? DueAt, bool Overdue,
    string? Field, string? Question, int Points);

/// <summary>The kinds of next actions.</summary>
[JsonConverter(typeof(WireEnumConverter<LeadAction>))]
public enum LeadAction { Answer, Call, Write, OfferVisit, Ask, GetContact, Nurture, Wait, None }

/// <summary>All that the next action is chosen by.</summary>
/// <param name="WhatIf">What answers would bring; null before the first scoring.</param>
/// <param name="BandSince">When the lead came into its band.</param>
/// <param name="Agreed">Whether a visit or a call is agreed on: then the next step says so, and nothing else is offered.</param>
/// <param name="Detail">Whether they are reached where the lead is; null where nothing is known of that.</param>
public sealed record ActionInput(
    LeadRow Lead, Qualification? Qualification, IReadOnlyList<Fact> Facts, WhatIf? WhatIf, DateTimeOffset BandSince, bool HasInventory, DateTimeOffset Now,
    bool Agreed = false, LeadDetail? Detail = null);

/// <summary>Chooses the next action by plain rules: people who wait come first, then who is about to buy, then what is not known.</summary>
public static class NextActions
{
    /// <summary>The one thing to do next.</summary>
    public static NextBestAction For(ActionInput input)
    {
        var (lead, result) = (input.Lead, input.Qualification);
        var due = result is null ? (DateTimeOffset?)null : input.BandSince.AddMinutes(result.FollowUpMinutes);
        var question = input.WhatIf?.Questions.Count > 0 ? input.WhatIf.Questions[0] : null;
        var (action, text, reasons) = Choose(input, question);
        if (action is LeadAction.Answer)
            due = lead.WaitingSince;
        if (input.Detail is { } detail && action is not LeadAction.None)
        {
            (text, var instead, var why) = ReachableStep.Of(text, detail, input.Now);
            if (instead is { } other)
                (action, question, reasons) = (other, null, [why!]);
        }

        if (action is LeadAction.None or LeadAction.Wait)
            due = null;
        return new(
            lead.Id, action, text, [.. reasons.Concat(result?.Reasons ?? []).Distinct().Take(5)], lead.Score, lead.Heat, result?.Priority ?? Priority.Low, due,
            due < input.Now, question?.Field, question?.Ask, question?.Points ?? 0);
    }

    private static (LeadAction, string, IReadOnlyList<string>) Choose(ActionInput input, OpenQuestion? question)
    {
        var lead = input.Lead;
        var who = Known(input, FactFields.Name)?.Display ?? "them";
        if (lead.Status is LeadStatus.Won or LeadStatus.Lost)
            return (LeadAction.None, $"Nothing to do: the lead is {Words.Of(lead.Status)}.", [$"Closed as {Words.Of(lead.Status)}"]);
        if (lead.WaitingSince is not null)
            return (LeadAction.Answer, "Answer in the chat now: they wait for a person.", ["Waits for a person"]);
        if (input.Qualification is not { } result)
            return (LeadAction.Ask, "Start with a question about what they look for.", ["Nothing is known yet"]);
        var (phone, email) = (Known(input, FactFields.Phone), Known(input, FactFields.Email));
        if (lead.Heat >= Heat.Warm && phone is null && email is null)
            return (LeadAction.GetContact, "Ask for a phone number or an e-mail in the chat.", [$"Is {Words.Of(lead.Heat)}, and there is no way to reach them"]);
        if (lead.Heat == Heat.Hot)
            return Reach(input, who, phone, result);
        if (question is { Points: > 0 })
            return (LeadAction.Ask, $"Ask for {question.Title.ToLowerInvariant()}: “{question.Ask}”", [Gain(input, question)]);
        return lead.Heat == Heat.Warm
            ? Reach(input, who, phone, result)
            : (LeadAction.Nurture, result.NextStep, ["Nothing left to ask would bring much"]);
    }

    private static (LeadAction, string, IReadOnlyList<string>) Reach(ActionInput input, string who, Fact? phone, Qualification result)
    {
        var way = phone is null ? LeadAction.Write : LeadAction.Call;
        string[] reasons = [phone is null ? "Left an e-mail and no number" : "Left a phone number"];
        if (input.Agreed)
            return (way, result.NextStep, ["Is agreed on with them", .. reasons]);
        return input.HasInventory && result.TopMatches.Count > 0
            ? (LeadAction.OfferVisit, $"{(phone is null ? "Write to" : "Call")} {who} and offer a visit to {result.TopMatches[0].Title}.", [.. reasons, $"{result.TopMatches[0].Title} fits: {result.TopMatches[0].Why}"])
            : (way, result.NextStep, reasons);
    }

    private static string Gain(ActionInput input, OpenQuestion question) =>
        input.WhatIf!.Lifts.FirstOrDefault(set => set.Facts.Count == 1 && set.Facts[0].Field == question.Field) is { } lift
            ? $"{question.Title} is not known: an answer could bring {lift.Points} points and make it {Words.Of(lift.Heat)}"
            : $"{question.Title} is not known: an answer could bring {question.Points} points";

    private static Fact? Known(ActionInput input, string field) => input.Facts.FirstOrDefault(fact => fact.Field == field && !fact.Value.IsEmpty);
}
