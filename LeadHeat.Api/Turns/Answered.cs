using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>What follows from an outcome: the reply, the facts that are known now, and the score that code computes from them.</summary>
/// <param name="Facts">All that is known now.</param>
/// <param name="Input">What the result was computed from.</param>
/// <param name="FactsChanged">Whether the turn brought any.</param>
/// <param name="ResultChanged">Whether the score, a line of its ledger, the next step or the matches differ from before.</param>
internal sealed record Answered(
    DateTimeOffset Now,
    MessageView Reply,
    IReadOnlyList<Fact> Facts,
    bool FactsChanged,
    Scorecard Card,
    ScoringInput Input,
    Qualification Result,
    bool ResultChanged,
    LeadHeadline Headline,
    Handling Handling)
{
    private const int MostMatches = 3;

    /// <param name="model">For a card that asks it.</param>
    public static Answered From(TurnOutcome outcome, TurnToStore turn, Playbook playbook, Scorecard card, DateTimeOffset now, AskedModel? model = null)
    {
        // The agent has put its facts together with those that it got; what a person has set since then stays, also over what a form told.
        var facts = FactMerge.Merge(turn.Facts, [.. outcome.Facts.Where(fact => fact.SetBy != FactSource.Form)], correction: true);
        var before = turn.Qualified?.Matches ?? [];
        IReadOnlyList<UnitMatch> matches = outcome.Matches.Count > 0 ? [.. outcome.Matches.Take(MostMatches)] : before;
        var input = new ScoringInput(facts.All, matches, turn.Adjustments, now, outcome.Dialogue, turn.ReceivedAt, model?.Probability(facts.All, (outcome.Dialogue, now)));
        var result = card.Evaluate(input);
        var hasResult = turn.Qualified is { } known && known.Card == card.Name && known.Version == card.Version;
        var reply = new MessageView(
            Guid.CreateVersion7(now), MessageAuthor.Bot, null, outcome.Reply, outcome.Chips, outcome.Matches, outcome.Tools, outcome.Agent, now,
            Citations: outcome.Citations is { Count: > 0 } citations ? citations : null, TurnId: outcome.TurnId);
        return new(
            now, reply, facts.All, facts.Changed.Count > 0, card, input, result,
            // Where points go with time or by the model, what is stored is of another day.
            !hasResult || card.AgesBy || model is not null || !IsSame(result, card.Evaluate(new(turn.FactsBefore(outcome), before, turn.Adjustments, now, turn.Dialogue, turn.ReceivedAt))),
            LeadHeadline.Of(facts.All, playbook, card),
            outcome.Handoff is not null && turn.Handling == Handling.Bot ? Handling.Queued : turn.Handling);
    }

    public ScoreData Score(TurnToStore turn) => new(turn.LeadId, Result.Score, Result.Heat, Result.Qualified);

    public void AddTo(NpgsqlBatch batch, TurnOutcome outcome, TurnToStore turn)
    {
        var qualificationId = ResultChanged ? Guid.CreateVersion7(Now) : (Guid?)null;
        if (qualificationId is { } id)
            batch.ThenQualify(id, turn.LeadId, outcome.TurnId, Card, Result, Input, Now);
        AddStore(batch, outcome, turn, qualificationId);
        if (FactsChanged || outcome.Dialogue.CustomerType != turn.Dialogue.CustomerType)
            batch.ThenProfile(turn.LeadId, Facts, outcome.Dialogue.CustomerType, Now);
        AddContact(batch, turn, turn.FactsBefore(outcome));
        AddActivities(batch, outcome, turn);
    }

    private void AddStore(NpgsqlBatch batch, TurnOutcome outcome, TurnToStore turn, Guid? qualificationId)
    {
        var end = new TurnEnd(
            Handling, Score(turn), outcome.Handoff, outcome.Agent, outcome.Fallback, outcome.PlaybookVersion, outcome.Milliseconds,
            outcome.InputTokens, outcome.OutputTokens);
        batch.Then(
            OutcomeSql.Store, Sql.Of(outcome.TurnId), Sql.Of(turn.ConversationId), Sql.Of(turn.LeadId), Sql.Of(Now), Sql.Of(Reply.Id), Sql.Of(Reply.Text),
            Sql.Json(Reply.Chips, LeadHeatJson.Default.IReadOnlyListString), Sql.Json(Reply.Cards, LeadHeatJson.Default.IReadOnlyListUnitMatch),
            Sql.Json(Reply.Tools, LeadHeatJson.Default.IReadOnlyListToolCall), Sql.Of(outcome.Agent),
            Sql.Json(outcome.Dialogue, LeadHeatJson.Default.DialogueState), Sql.Json(end, TurnJson.Default.TurnEnd), Sql.Of(outcome.Handoff?.Reason),
            Sql.Of(Headline.Name), Sql.Of(Headline.City), Sql.Of(Headline.Wants), Sql.Of(Headline.Value), Sql.Of(Headline.Currency),
            Sql.Of(SearchText.Of(Headline, Facts)), Sql.Of(Result.Score), Sql.Of(Words.Of(Result.Heat)), Sql.Of(qualificationId),
            Sql.Of(LastWords.Of(Reply.Text)), Sql.BytesOrNull(outcome.Record), Sql.Json(Reply.Citations ?? [], LeadHeatJson.Default.IReadOnlyListCitation));
    }

    private void AddContact(NpgsqlBatch batch, TurnToStore turn, IReadOnlyList<Fact> before)
    {
        var (name, email, phone) = (
            LearnedContact.Of(FactFields.Name, before, Facts, turn.Contact.Name), LearnedContact.Of(FactFields.Email, before, Facts, turn.Contact.Email),
            LearnedContact.Of(FactFields.Phone, before, Facts, turn.Contact.Phone));
        if (name is not null || email is not null || phone is not null)
            batch.Then(OutcomeSql.Contact, Sql.Of(turn.ContactId), Sql.Of(name), Sql.Of(email), Sql.Of(phone), Sql.Of(Now));
    }

    private void AddActivities(NpgsqlBatch batch, TurnOutcome outcome, TurnToStore turn)
    {
        void Add(ActivityKind kind, string text) => batch.Then(
            OutcomeSql.Activity, Sql.Of(Guid.CreateVersion7(Now)), Sql.Of(turn.LeadId), Sql.Of(Words.Of(kind)), Sql.Of(text), Sql.Of(Now));
        if (Result.Heat != turn.Heat)
            Add(ActivityKind.Scored, $"Is {Words.Of(Result.Heat)} now, with {Result.Score} points");
        if (outcome.Handoff is { } handoff && turn.Handling == Handling.Bot)
            Add(ActivityKind.HandlingChanged, $"Waits for a person: {handoff.Reason}");
        foreach (var request in VisitorRequests.Between(turn.Dialogue, outcome.Dialogue))
            Add(ActivityKind.Requested, request);
        foreach (var task in outcome.Tasks ?? [])
        {
            batch.Then(OutcomeSql.Task, Sql.Of(Guid.CreateVersion7(Now)), Sql.Of(turn.LeadId), Sql.Of(task), Sql.Of(Now));
            Add(ActivityKind.TaskAdded, $"Added a task: {task}");
        }
    }

    // Most turns that bring anything change a line: that is told before the whole is written out.
    private static bool IsSame(Qualification left, Qualification right) =>
        left.Score == right.Score && left.NextStep == right.NextStep && left.Ledger.Count == right.Ledger.Count
        && left.Ledger.Zip(right.Ledger).All(pair => pair.First.Points == pair.Second.Points && pair.First.Value == pair.Second.Value)
        && JsonSerializer.SerializeToUtf8Bytes(left, LeadHeatJson.Default.Qualification)
            .AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right, LeadHeatJson.Default.Qualification));
}
