using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>Forms of Meta's and which of their questions fill which field.</summary>
internal sealed class LeadFormStore(NpgsqlDataSource database, PlaybookLibrary playbooks, LiveEvents live, TimeProvider clock)
{
    private const string Columns = """
        f.id, f.playbook, f.questions, f.mapping, f.confirmed_at is not null,
        (select count(*)::int from lead_form_leads l where l.form_id = f.id), f.created_at
        """;

    private const string List = $"select {Columns} from lead_forms f order by f.created_at desc, f.id limit 500";
    private const string Find = $"select {Columns} from lead_forms f where f.id = $1";

    // A question that is new in a known form joins it as a note. $1 id, $2 playbook, $3 questions, $4 mapping, $5 now.
    private const string Know = """
        insert into lead_forms (id, playbook, questions, mapping, created_at) values ($1, $2, $3, $4, $5)
        on conflict (id) do update
        set questions = (select jsonb_agg(distinct question) from jsonb_array_elements(lead_forms.questions || excluded.questions) question),
            mapping = excluded.mapping || lead_forms.mapping
        where not lead_forms.questions @> excluded.questions
        """;

    // $1 id, $2 playbook or null, $3 mapping, $4 who, $5 now.
    private const string Map = """
        update lead_forms set playbook = coalesce($2, playbook), mapping = mapping || $3, confirmed_at = $5, confirmed_by = $4 where id = $1
        """;

    public async Task<LeadForms> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<LeadFormView> forms = [];
        while (await reader.ReadAsync(cancellationToken))
            forms.Add(Read(reader));
        return new(forms, FormPlaybooks.Of(playbooks));
    }

    public async Task<LeadFormView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>The form, with a proposed mapping when it is new.</summary>
    public async Task<LeadFormView> KnowAsync(string id, IReadOnlyList<string> questions, string playbook, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } known && questions.All(known.Mapping.ContainsKey))
            return known;
        await using var batch = database.CreateBatch();
        batch.Then(
            Know, Sql.Of(id), Sql.Of(playbook), Sql.Json([.. questions], InboundJson.Default.StringArray),
            Sql.Json(new Dictionary<string, string>(FormMapping.Propose(questions, playbooks[playbook])), InboundJson.Default.DictionaryStringString),
            Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("The form was deleted while a lead of it came.");
    }

    /// <summary>Null when there is no such form.</summary>
    /// <exception cref="FieldRefused">The mapping names what is no field or no question.</exception>
    public async Task<LeadFormView?> MapAsync(string id, MapLeadForm change, Guid? by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } form)
            return null;
        if (!playbooks.TryGet(change.Playbook ?? form.Playbook, out var playbook))
            throw new FieldRefused("playbook", $"There is no playbook '{change.Playbook}'.");
        foreach (var (question, field) in change.Mapping)
        {
            if (!form.Questions.Contains(question))
                throw new FieldRefused("mapping", $"The form has no question '{question}'.");
            if (field != FormMapping.Note && playbook.Field(field) is null)
                throw new FieldRefused("mapping", $"The playbook has no field '{field}'. It has: {string.Join(", ", playbook.Fields.Select(each => each.Name))}, or note.");
        }

        await using var batch = database.CreateBatch();
        batch.Then(
            Map, Sql.Of(id), Sql.Of(change.Playbook), Sql.Json(new Dictionary<string, string>(change.Mapping), InboundJson.Default.DictionaryStringString),
            Sql.Of(by), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
        return await FindAsync(id, cancellationToken);
    }

    private static LeadFormView Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Json(2, InboundJson.Default.StringArray),
        row.Json(3, InboundJson.Default.DictionaryStringString), row.GetBoolean(4), row.GetInt32(5), row.Time(6));
}
