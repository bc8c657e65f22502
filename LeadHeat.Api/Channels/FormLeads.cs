using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Live;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>Makes leads of filled-in forms, Meta's and our own: one a form, whatever comes twice; what no field takes is kept as a note.</summary>
internal sealed class FormLeads(
    NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards cards, CardModels models, Judgements judgements, Tombstones tombstones, LiveEvents live, TimeProvider clock)
{
    // $1 leadgen id, $2 form, $3 lead, $4 contact, $5 now, $6 playbook, $7 name, $8 e-mail, $9 phone, $10 came at, $11 activity, $12 its text,
    // $13 city, $14 wants, $15 value, $16 currency, $17 search, $18 score, $19 heat, $20 qualification, $21 source, $22 who brought it,
    // $23 content's hash, $24 where it came from, $25 what it is called. No row: it was made before.
    private const string Store = """
        with taken as (
            select 1 where not exists (select from lead_form_leads where leadgen_id = $1)),
        contact as (
            insert into contacts (id, name, email, phone, created_at, updated_at) select $4, $7, $8, $9, $5, $5 from taken),
        lead as (
            insert into leads (id, contact_id, playbook, source, status, status_since, name, city, wants, value, currency, search, score, heat,
                               qualification_id, handling, waiting_since, created_at, last_activity_at)
            select $3, $4, $6, $21, 'new', $5, $25, $13, $14, $15, $16, $17, $18, $19, $20, 'queued', $5, $10, $5
            from taken),
        profile as (insert into lead_profiles (lead_id, updated_at) select $3, $5 from taken),
        activity as (insert into activities (id, lead_id, kind, text, actor, at) select $11, $3, 'created', $12, $22, $5 from taken),
        origin as (insert into lead_origins (lead_id, details) select $3, $24 from taken where $24 <> '{}')
        insert into lead_form_leads (leadgen_id, form_id, lead_id, created_at, filled_at, content_hash) select $1, $2, $3, $5, $10, $23 from taken
        """;

    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('leadgen ' || $1, 0))";

    // The same content within a minute is the same form, where nothing else tells. $1 id, $2 hash of its content or null, $3 form, $4 filled in at.
    private const string Known = """
        select lead_id from lead_form_leads where leadgen_id = $1
        union all
        (select lead_id from lead_form_leads
         where content_hash = $2 and form_id = $3 and filled_at > $4 - interval '1 minute' and filled_at < $4 + interval '1 minute' limit 1)
        limit 1
        """;

    /// <summary>The form's lead; one that is there already is read anew. Null: the person was deleted after the form was filled in.</summary>
    public async Task<Guid?> TakeAsync(
        FilledForm form, string playbook, IReadOnlyDictionary<string, string> mapping, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var marks = await tombstones.MarksOfAsync(KeysOf(form, playbooks[playbook], mapping), cancellationToken);
        var (leadId, isNew) = await StoreOnceAsync(form, playbooks[playbook], mapping, marks, form.At ?? receivedAt, cancellationToken);
        if (leadId is { } known && !isNew)
            await judgements.ReadAgainAsync(known, form, mapping, receivedAt, cancellationToken);
        return leadId;
    }

    private async Task<(Guid? LeadId, bool IsNew)> StoreOnceAsync(
        FilledForm form, Playbook playbook, IReadOnlyDictionary<string, string> mapping, byte[][] marks, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(connection, form, cancellationToken) is { } known)
            return (known, false);
        if (await Tombstones.CoversAsync(connection, marks, sentAt, cancellationToken))
            return (null, false);
        var leadId = await StoreAsync(connection, form, playbook, mapping, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, leadId, null);
        return (leadId, true);
    }

    private static async Task<Guid?> FindAsync(NpgsqlConnection connection, FilledForm form, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Lock, Sql.Of(form.ContentHash ?? form.ExternalId));
        batch.Then(Known, Sql.Of(form.ExternalId), Sql.Of(form.ContentHash), Sql.Of(form.FormId), Sql.Of(form.At));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }

    private IEnumerable<string> KeysOf(FilledForm form, Playbook playbook, IReadOnlyDictionary<string, string> mapping)
    {
        var facts = FormReading.Of(form, mapping, playbook, clock.GetUtcNow()).Facts;
        string? Value(string field) => facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;
        return Tombstones.KeysOf(Value(FactFields.Email), Value(FactFields.Phone));
    }

    private async Task<Guid> StoreAsync(
        NpgsqlConnection connection, FilledForm form, Playbook playbook, IReadOnlyDictionary<string, string> mapping, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (facts, notes) = FormReading.Of(form, mapping, playbook, now);
        var card = cards.Primary(playbook, now);
        var came = form.At is { } at && at < now ? at : now;
        var model = models.Of(card, () => SeenLead.New(form.Source, came));
        var input = new ScoringInput(facts, [], [], now, Core.Dialogue.DialogueState.Start, now, model?.Probability(facts));
        var result = card.Evaluate(input);
        var (headline, leadId, contactId, qualificationId) = (
            HeadlineOf(form, facts, playbook, card), Guid.CreateVersion7(now), Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        string? Value(string field) => facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;
        await using var batch = connection.CreateBatch();
        batch.Then(
            Store, Sql.Of(form.ExternalId), Sql.Of(form.FormId), Sql.Of(leadId), Sql.Of(contactId), Sql.Of(now), Sql.Of(playbook.Name),
            Sql.Of(Value(FactFields.Name)), Sql.Of(Value(FactFields.Email)), Sql.Of(Value(FactFields.Phone)),
            Sql.Of(came), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(form.CameFrom), Sql.Of(headline.City), Sql.Of(headline.Wants), Sql.Of(headline.Value),
            Sql.Of(headline.Currency), Sql.Of(SearchText.Of(headline, facts)), Sql.Of(result.Score), Sql.Of(Words.Of(result.Heat)), Sql.Of(qualificationId),
            Sql.Of(Words.Of(form.Source)), Sql.Of(form.By), Sql.Of(form.ContentHash),
            Sql.Json(new(form.Origin), InboundJson.Default.DictionaryStringString), Sql.Of(headline.Name));
        batch.ThenQualify([new(qualificationId, leadId, null, card, result, input)], now);
        batch.ThenProfile([new(leadId, facts, null)], now);
        // Lines of one time stand in the order of their ids.
        foreach (var (place, consent) in ConsentsOf(form).Index())
            batch.ThenConsent(contactId, consent, now.AddMilliseconds(place));
        foreach (var note in notes)
            batch.Then(
                "insert into activities (id, lead_id, kind, text, actor, at) values ($1, $2, 'note', $3, $5, $4)",
                Sql.Of(Guid.CreateVersion7(now)), Sql.Of(leadId), Sql.Of(note), Sql.Of(now), Sql.Of(form.By));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return leadId;
    }

    private static LeadHeadline HeadlineOf(FilledForm form, List<Fact> facts, Playbook playbook, Scorecard card)
    {
        var headline = LeadHeadline.Of(facts, playbook, card);
        return LeadName.In(facts) is null ? headline with { Name = LeadName.Nameless(form.Source, headline) } : headline;
    }

    private static IEnumerable<NewConsent> ConsentsOf(FilledForm form) => form.Consents.Select(consent => new NewConsent(
        consent.Purpose, consent.Granted, consent.Source,
        consent.Words.Length > 0 ? consent.Words : $"{(consent.Granted ? $"Ticked the box “{consent.Purpose}”" : $"Left the box “{consent.Purpose}” empty")}; the words beside it are not known",
        consent.At, $"form:{form.ExternalId}:{consent.Purpose}"));
}
