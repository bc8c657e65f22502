using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.WebForms;

/// <summary>A stored form.</summary>
internal sealed record StoredForm(WebForm Form, int Leads, DateTimeOffset CreatedAt);

/// <summary>Forms of ours.</summary>
internal sealed class WebFormStore(NpgsqlDataSource database, PlaybookLibrary playbooks, LiveEvents live, TimeProvider clock)
{
    private const string Columns = "f.name, f.title, f.playbook, f.fields, f.origins, f.consent, f.redirect, f.is_open, f.created_at";

    private const string Counted = $"select {Columns}, (select count(*)::int from lead_form_leads l where l.form_id = 'web:' || f.name) from web_forms f";

    private const string List = $"{Counted} order by lower(f.title), f.name limit 500";

    private const string Stored = $"{Counted} where f.name = $1";

    private const string Find = $"select {Columns} from web_forms f where f.name = $1";

    // $1 name, $2 title, $3 playbook, $4 fields, $5 origins, $6 consent, $7 redirect, $8 open, $9 now, $10 who.
    private const string Set = """
        insert into web_forms (name, title, playbook, fields, origins, consent, redirect, is_open, created_at, changed_at, changed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
        on conflict (name) do update
        set title = $2, playbook = $3, fields = $4, origins = $5, consent = $6, redirect = $7, is_open = $8, changed_at = $9, changed_by = $10
        """;

    /// <summary>As leads of it are counted: beside Meta's forms, whose ids are numbers.</summary>
    public static string IdOf(string name) => $"web:{name}";

    public async Task<(IReadOnlyList<StoredForm> Forms, IReadOnlyList<FormPlaybook> Playbooks)> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<StoredForm> forms = [];
        while (await reader.ReadAsync(cancellationToken))
            forms.Add(ReadStored(reader));
        return (forms, FormPlaybooks.Of(playbooks));
    }

    public async Task<WebForm?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(name));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <exception cref="FieldRefused">It names what there is not.</exception>
    public async Task<StoredForm> SetAsync(WebForm form, Guid? by, CancellationToken cancellationToken)
    {
        WebFormCheck.Check(form, playbooks);
        await using var batch = database.CreateBatch();
        batch.Then(
            Set, Sql.Of(form.Name), Sql.Of(form.Title.Trim()), Sql.Of(form.Playbook), Sql.Json(form.Fields, LeadHeatJson.Default.IReadOnlyListWebFormField),
            Sql.Of([.. form.Origins]), Sql.Of(form.Consent), Sql.Of(form.Redirect), Sql.Of(form.IsOpen), Sql.Of(clock.GetUtcNow()), Sql.Of(by));
        batch.Then(Stored, Sql.Of(form.Name));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
        return ReadStored(reader);
    }

    private static StoredForm ReadStored(NpgsqlDataReader row) => new(Read(row), row.GetInt32(9), row.Time(8));

    private static WebForm Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Json(3, LeadHeatJson.Default.IReadOnlyListWebFormField),
        row.GetFieldValue<string[]>(4), row.TextOrNull(5), row.TextOrNull(6), row.GetBoolean(7));
}
