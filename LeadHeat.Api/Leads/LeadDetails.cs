using LeadHeat.Api.Channels;
using LeadHeat.Api.Channels.WhatsApp;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Scoring;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>Everything about one lead, in one round trip; one more where a heat model is active.</summary>
internal sealed class LeadDetails(NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards cards, LeadPredictions predictions)
{
    /// <summary>A transcript's cursor holds only for this.</summary>
    public const string TranscriptOrder = "transcript";

    private const int MessagesInPage = 50;

    private const string Lead = $"""
        select {LeadRows.Columns}, c.id, c.name, c.email, c.phone, {ConsentSql.AsJson}, p.facts,
               v.handling, v.owner_version, v.handler_id, (select u.name from users u where u.id = v.handler_id), v.handed_over_at, v.handoff_reason, v.dialogue,
               {AnswerWindow.Heard}, (select o.details from lead_origins o where o.lead_id = l.id), {AnswerWindow.IsOutOfReach}
        from leads l join contacts c on c.id = l.contact_id
        left join lead_profiles p on p.lead_id = l.id left join conversations v on v.id = l.conversation_id
        where l.id = $1
        """;

    private const string Qualified = """
        select q.score, q.qualified, q.heat, q.recommendation, q.reasons, q.next_step, q.top_matches, q.card, q.card_version
        from leads l join qualifications q on q.id = l.qualification_id
        where l.id = $1
        """;

    private const string Lines = $"""
        select {LedgerRows.Columns}
        from leads l join score_ledger g on g.qualification_id = l.qualification_id
        where l.id = $1 order by g.position
        """;

    private const string Timeline = "select a.id, a.kind, a.text, a.actor, a.at from activities a where a.lead_id = $1 order by a.id desc limit 100";

    private const string Tasks = $"select {TaskRows.Columns} from tasks t where t.lead_id = $1 order by t.status = 'done', t.due_at, t.id limit 500";

    private const string Transcript = $"""
        select o.state, o.failure, o.external_id, {MessageRows.Columns}
        from messages m left join outgoing o on o.message_id = m.id
        where m.conversation_id = (select conversation_id from leads where id = $1) and ($2::uuid is null or m.id < $2)
        order by m.id desc limit $3
        """;

    /// <param name="before">Only messages before this one; the latest when null.</param>
    public async Task<LeadDetail?> ReadAsync(Guid id, Guid? before, CancellationToken cancellationToken)
    {
        var detail = await ReadStoredAsync(id, before, cancellationToken);
        return detail is null || before is not null ? detail : detail with { Prediction = await predictions.ReadAsync(id, cancellationToken) };
    }

    private async Task<LeadDetail?> ReadStoredAsync(Guid id, Guid? before, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        // As it was at one moment: a turn that ends meanwhile must not show its reply beside the score from before it.
        batch.Then("begin isolation level repeatable read, read only");
        batch.Then(Lead, Sql.Of(id)).Then(Qualified, Sql.Of(id)).Then(Lines, Sql.Of(id)).Then(Timeline, Sql.Of(id)).Then(Tasks, Sql.Of(id))
            .Then(Transcript, Sql.Of(id), Sql.Of(before), Sql.Of(MessagesInPage + 1)).Then("commit");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var row = LeadRows.Read(reader);
        var contact = ReadContact(reader);
        var facts = reader.IsDBNull(LeadRows.Count + 5) ? [] : reader.Json(LeadRows.Count + 5, LeadHeatJson.Default.IReadOnlyListFact);
        var (owner, dialogue) = ReadOwner(reader);
        var answerUntil = reader.ValueOrNull<DateTimeOffset>(LeadRows.Count + 13) + AnswerWindow.Length;
        var origin = reader.IsDBNull(LeadRows.Count + 14) ? null : reader.Json(LeadRows.Count + 14, InboundJson.Default.DictionaryStringString);
        var outOfReach = reader.GetBoolean(LeadRows.Count + 15) ? WhatsAppFailures.OutOfReach : null;
        await reader.NextResultAsync(cancellationToken);
        var qualification = await reader.ReadAsync(cancellationToken) ? ReadQualification(reader) : null;
        var ledger = await reader.NextListAsync(line => LedgerRows.Read(line, 0), cancellationToken);
        var timeline = await reader.NextListAsync(ReadActivity, cancellationToken);
        var tasks = await reader.NextListAsync(TaskRows.Read, cancellationToken);
        var messages = await reader.NextListAsync(ReadMessage, cancellationToken);
        var page = Page(messages);
        if (owner is { Handling: not Handling.Bot } && before is null && playbooks.TryGet(row.Playbook, out var playbook))
            owner = owner with { Summary = HandoverSummary.Of(owner.Reason ?? "A person took over", facts, dialogue, playbook, page.Items) };
        return new LeadDetail(
            row.Id, row.Score, row, contact, facts, qualification is null ? null : qualification with { Ledger = ledger }, ledger, timeline, tasks, page, owner)
        {
            AnswerUntil = answerUntil, Origin = origin, OutOfReach = outOfReach,
            Silence = answerUntil is null ? null : contact.Consents.LastOrDefault(line => line.Purpose == ConsentPurposes.Messages) is { Granted: false } withdrawn ? withdrawn : null,
        };
    }

    private static (ConversationOwner? Owner, DialogueState Dialogue) ReadOwner(NpgsqlDataReader row)
    {
        const int From = LeadRows.Count + 6;
        if (row.IsDBNull(From))
            return (null, DialogueState.Start);
        var dialogue = row.IsDBNull(From + 6) ? DialogueState.Start : row.Json(From + 6, LeadHeatJson.Default.DialogueState);
        return (new(
            row.Word<Handling>(From), row.GetInt32(From + 1), row.ValueOrNull<Guid>(From + 2), row.TextOrNull(From + 3),
            row.ValueOrNull<DateTimeOffset>(From + 4), row.TextOrNull(From + 5), null), dialogue);
    }

    private static ContactView ReadContact(NpgsqlDataReader row) => new(
        row.GetGuid(LeadRows.Count), row.TextOrNull(LeadRows.Count + 1), row.TextOrNull(LeadRows.Count + 2), row.TextOrNull(LeadRows.Count + 3),
        row.Json(LeadRows.Count + 4, LeadHeatJson.Default.IReadOnlyListConsentView));

    private Qualification ReadQualification(NpgsqlDataReader row)
    {
        var heat = row.Word<Heat>(2);
        var followUp = cards.Find(row.GetString(7), row.GetInt32(8))?.FollowUps[heat];
        return new(
            row.GetInt32(0), row.GetBoolean(1), heat, row.Word<Recommendation>(3), row.Json(4, LeadHeatJson.Default.IReadOnlyListString),
            row.GetString(5), row.Json(6, LeadHeatJson.Default.IReadOnlyListUnitMatch), [])
        {
            Priority = followUp?.Priority ?? Priority.Low, FollowUpMinutes = (int)(followUp?.Within.TotalMinutes ?? 0),
        };
    }

    private static MessageView ReadMessage(NpgsqlDataReader row) => MessageRows.Read(row, 3) with
    {
        DeliveryStatus = row.WordOrNull<DeliveryState>(0), DeliveryProblem = row.TextOrNull(1), ChannelMessageId = row.TextOrNull(2),
    };

    private static ActivityView ReadActivity(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.Word<ActivityKind>(1), row.GetString(2), row.GetString(3), row.Time(4));

    // They come newest first, and one more than a page holds where there are earlier ones.
    private static MessagePage Page(List<MessageView> messages)
    {
        var more = messages.Count > MessagesInPage;
        if (more)
            messages.RemoveAt(MessagesInPage);
        messages.Reverse();
        return new MessagePage(messages, more ? new Cursor(0, messages[0].Id).Write(TranscriptOrder) : null);
    }
}
