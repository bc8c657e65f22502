using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Turns;

/// <summary>An outcome with its turn under lock, and what follows from both: all that is to be stored.</summary>
/// <param name="QualificationId">Null when the result is the one that is there already.</param>
internal sealed record Answer(TurnOutcome Outcome, TurnToStore Turn, Answered Answered, Guid? QualificationId)
{
    public static Answer Of(TurnOutcome outcome, TurnToStore turn, Answered answered) =>
        new(outcome, turn, answered, answered.ResultChanged ? Guid.CreateVersion7(answered.Now) : null);
}

/// <summary>Writes answers, however many, with one statement for each kind of rows. No turn, lead or contact is among them twice.</summary>
internal static class AnswerRows
{
    public static void ThenAnswer(this NpgsqlBatch batch, IReadOnlyList<Answer> all, DateTimeOffset now)
    {
        if (all.Where(one => one.QualificationId is not null).ToList() is { Count: > 0 } judged)
            batch.ThenQualify([.. judged.Select(one => new NewQualification(
                one.QualificationId!.Value, one.Turn.LeadId, one.Turn.Id, one.Answered.Card, one.Answered.Result, one.Answered.Input))], now);
        AddStore(batch, all, now);
        if (all.Where(LearnsOfLead).ToList() is { Count: > 0 } learning)
            batch.ThenProfile([.. learning.Select(one => new NewProfile(one.Turn.LeadId, one.Answered.Facts, one.Outcome.Dialogue.CustomerType))], now);
        foreach (var one in all)
            AddContact(batch, one, now);
        AddActivities(batch, all, now);
        batch.Then(OutcomeSql.Next, Sql.Column(all, NpgsqlDbType.Uuid, one => one.Turn.Id));
    }

    private static bool LearnsOfLead(Answer one) => one.Answered.FactsChanged || one.Outcome.Dialogue.CustomerType != one.Turn.Dialogue.CustomerType;

    private static void AddStore(NpgsqlBatch batch, IReadOnlyList<Answer> all, DateTimeOffset now)
    {
        NpgsqlParameter Ids(Func<Answer, Guid?> value) => Sql.Column(all, NpgsqlDbType.Uuid, value);
        NpgsqlParameter Texts(Func<Answer, string?> value) => Sql.Column(all, NpgsqlDbType.Text, value);
        batch.Then(
            OutcomeSql.Store, Ids(one => one.Turn.Id), Ids(one => one.Turn.ConversationId), Ids(one => one.Turn.LeadId), Ids(one => one.Answered.Reply.Id),
            Ids(one => one.QualificationId), Texts(one => one.Answered.Reply.Text),
            Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListString, one => one.Answered.Reply.Chips),
            Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListUnitMatch, one => one.Answered.Reply.Cards),
            Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListToolCall, one => one.Answered.Reply.Tools), Texts(one => one.Outcome.Agent),
            Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListCitation, one => one.Answered.Reply.Citations ?? []),
            Texts(one => LastWords.Of(one.Answered.Reply.Text)), Sql.JsonColumn(all, LeadHeatJson.Default.DialogueState, one => one.Outcome.Dialogue),
            Sql.JsonColumn(all, TurnJson.Default.TurnEnd, EndOf), Texts(one => one.Outcome.Handoff?.Reason), Texts(one => one.Answered.Headline.Name),
            Texts(one => one.Answered.Headline.City), Texts(one => one.Answered.Headline.Wants),
            Sql.Column(all, NpgsqlDbType.Numeric, one => one.Answered.Headline.Value), Texts(one => one.Answered.Headline.Currency),
            Texts(one => SearchText.Of(one.Answered.Headline, one.Answered.Facts)), Sql.Column(all, NpgsqlDbType.Integer, one => one.Answered.Result.Score),
            Texts(one => Words.Of(one.Answered.Result.Heat)), Sql.Column(all, NpgsqlDbType.Bytea, one => one.Outcome.Record), Sql.Of(now));
    }

    private static TurnEnd EndOf(Answer one) => new(
        one.Answered.Handling, one.Answered.Score(one.Turn), one.Outcome.Handoff, one.Outcome.Agent, one.Outcome.Fallback, one.Outcome.PlaybookVersion,
        one.Outcome.Milliseconds, one.Outcome.InputTokens, one.Outcome.OutputTokens);

    private static void AddContact(NpgsqlBatch batch, Answer one, DateTimeOffset now)
    {
        var (before, known) = (one.Turn.FactsBefore(one.Outcome), one.Turn.Contact);
        string? Learned(string field, string? known) => LearnedContact.Of(field, before, one.Answered.Facts, known);
        var (name, email, phone) = (Learned(FactFields.Name, known.Name), Learned(FactFields.Email, known.Email), Learned(FactFields.Phone, known.Phone));
        if (name is not null || email is not null || phone is not null)
            batch.Then(OutcomeSql.Contact, Sql.Of(one.Turn.ContactId), Sql.Of(name), Sql.Of(email), Sql.Of(phone), Sql.Of(now));
    }

    private static void AddActivities(NpgsqlBatch batch, IReadOnlyList<Answer> all, DateTimeOffset now)
    {
        foreach (var one in all)
            foreach (var task in one.Outcome.Tasks ?? [])
                batch.Then(OutcomeSql.Task, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(one.Turn.LeadId), Sql.Of(task), Sql.Of(now));
        if (all.SelectMany(one => ActivitiesOf(one).Select(told => (one.Turn.LeadId, told.Kind, told.Text))).ToList() is { Count: > 0 } lines)
        {
            batch.Then(
                OutcomeSql.Activities, Sql.Column(lines, NpgsqlDbType.Uuid, _ => Guid.CreateVersion7(now)), Sql.Column(lines, NpgsqlDbType.Uuid, line => line.LeadId),
                Sql.Column(lines, NpgsqlDbType.Text, line => Words.Of(line.Kind)), Sql.Column(lines, NpgsqlDbType.Text, line => line.Text), Sql.Of(now));
        }
    }

    private static IEnumerable<(ActivityKind Kind, string Text)> ActivitiesOf(Answer one)
    {
        if (one.Answered.Result.Heat != one.Turn.Heat)
            yield return (ActivityKind.Scored, $"Is {Words.Of(one.Answered.Result.Heat)} now, with {one.Answered.Result.Score} points");
        if (one.Outcome.Handoff is { } handoff && one.Turn.Handling == Handling.Bot)
            yield return (ActivityKind.HandlingChanged, $"Waits for a person: {handoff.Reason}");
        foreach (var request in VisitorRequests.Between(one.Turn.Dialogue, one.Outcome.Dialogue))
            yield return (ActivityKind.Requested, request);
        foreach (var task in one.Outcome.Tasks ?? [])
            yield return (ActivityKind.TaskAdded, $"Added a task: {task}");
    }
}
