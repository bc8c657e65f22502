using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Evals;

/// <summary>Corrections that the team keeps as cases, so that a mistake is made once.</summary>
internal sealed class KeptCases(NpgsqlDataSource database, PlaybookLibrary playbooks, TimeProvider clock)
{
    public async Task<IReadOnlyList<KeptCase>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(KeptCaseSql.Newest);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<KeptCase> all = [];
        while (await reader.ReadAsync(cancellationToken))
            all.Add(KeptCaseSql.Read(reader));
        return all;
    }

    /// <summary>Null when there is no such lead.</summary>
    /// <exception cref="FieldRefused">There is nothing to keep: no such fact, or no such answer of the bot.</exception>
    public async Task<KeptCase?> KeepAsync(Guid leadId, KeepCase keep, Actor actor, CancellationToken cancellationToken)
    {
        if (keep.Field is null == keep.MessageId is null)
            throw new FieldRefused("field", "Send either 'field', a fact that was put right, or 'messageId', an answer that was wrong.");
        if (await TalkAsync(leadId, cancellationToken) is not { } talk)
            return null;
        if (!playbooks.TryGet(talk.Playbook, out var playbook))
            throw new RuleViolation($"The playbook '{talk.Playbook}' is not installed here.");
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var (subject, kept) = keep.Field is { } field ? OfFact(field, keep.Found, id, talk, playbook) : OfAnswer(keep.MessageId!.Value, id, talk, playbook);
        return await StoreAsync(kept with { LeadId = leadId, Author = actor.Name, At = now }, subject, cancellationToken);
    }

    /// <summary>False when there is no such case.</summary>
    public async Task<bool> ForgetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from eval_cases where id = $1");
        command.Parameters.Add(Sql.Of(id));
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task<Talk?> TalkAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(KeptCaseSql.Lead, Sql.Of(leadId)).Then(KeptCaseSql.Messages, Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var (playbook, facts) = (reader.GetString(0), reader.Json(1, LeadHeatJson.Default.IReadOnlyListFact));
        var messages = await reader.NextListAsync(row => new Said(row.GetGuid(0), row.Word<MessageAuthor>(1), row.GetString(2), row.Time(3)), cancellationToken);
        return new(playbook, facts, messages);
    }

    private static (string Subject, KeptCase Case) OfFact(string field, string? found, Guid id, Talk talk, Playbook playbook)
    {
        var fact = talk.Facts.FirstOrDefault(fact => fact.Field == field && fact.SetBy == FactSource.Person)
            ?? throw new FieldRefused("field", $"No person has put '{field}' right on this lead.");
        var title = StandInTitle(playbook.Field(field)?.Title ?? field, fact, found);
        return ($"fact:{field}", Case(id, playbook, title, talk, talk.Messages.Count, writer => writer.Expecting(fact)));
    }

    private static (string Subject, KeptCase Case) OfAnswer(Guid messageId, Guid id, Talk talk, Playbook playbook)
    {
        var at = talk.Messages.ToList().FindIndex(message => message.Id == messageId && message.Author == MessageAuthor.Bot);
        if (at < 0)
            throw new FieldRefused("messageId", "The bot did not write such a message to this lead, or it is too long ago.");
        return ($"answer:{messageId}", Case(id, playbook, "A wrong answer", talk, at, writer => writer.Forbidding(talk.Messages[at].Text)));
    }

    private static KeptCase Case(Guid id, Playbook playbook, string title, Talk talk, int until, Func<CaseWriter, System.Text.Json.JsonElement> write)
    {
        var said = talk.Messages.Take(until).Where(message => message.Author == MessageAuthor.Visitor).TakeLast(PlayConversation.MostMessages).ToList();
        if (said.Count == 0)
            throw new RuleViolation("The visitor has written nothing that could be asked again.");
        var writer = new CaseWriter($"kept-{id.ToString("N")[20..]}", playbook, said[0].At, [.. said.Select(message => message.Text)], talk.Facts);
        return new(id, null, playbook.Name, title, "", default, write(writer));
    }

    // Who somebody is does not stand in a title.
    private static string StandInTitle(string title, Fact fact, string? found) =>
        fact.Field is FactFields.Name or FactFields.Email or FactFields.Phone ? $"{title} was put right"
        : found is null ? $"{title}: {fact.Display}, not heard" : $"{title}: {fact.Display}, not {found}";

    private async Task<KeptCase> StoreAsync(KeptCase kept, string subject, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(KeptCaseSql.Store);
        command.Parameters.Add(Sql.Of(kept.Id));
        command.Parameters.Add(Sql.Of(kept.LeadId));
        command.Parameters.Add(Sql.Of(subject));
        command.Parameters.Add(Sql.Of(kept.Playbook));
        command.Parameters.Add(Sql.Of(kept.Title));
        command.Parameters.Add(Sql.Json(kept.Case, LeadHeatJson.Default.JsonElement));
        command.Parameters.Add(Sql.Of(kept.Author));
        command.Parameters.Add(Sql.Of(kept.At));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return kept;
    }

    private sealed record Talk(string Playbook, IReadOnlyList<Fact> Facts, IReadOnlyList<Said> Messages);

    private sealed record Said(Guid Id, MessageAuthor Author, string Text, DateTimeOffset At);
}
