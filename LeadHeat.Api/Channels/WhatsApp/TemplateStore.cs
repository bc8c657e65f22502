using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>The templates that Meta has approved, as an admin has entered them or Meta was asked for them.</summary>
internal sealed class TemplateStore(NpgsqlDataSource database, Graph graph, IOptions<MetaOptions> meta)
{
    private const string List = "select name, language, body, category, from_meta from whatsapp_templates order by position";

    // $1 names, $2 languages, $3 bodies, $4 categories, $5 whether they were fetched.
    private const string Store = """
        insert into whatsapp_templates (name, language, body, category, from_meta, position)
        select t.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[]) with ordinality t
        """;

    // $1 lead.
    private const string Reach = """
        select exists (
            select from leads l join sessions s on s.conversation_id = l.conversation_id join channel_identities i on i.session_id = s.id
            where l.id = $1 and i.channel = 'whatsapp')
        from leads where id = $1
        """;

    /// <summary>Whether Meta can be asked for them.</summary>
    public bool CanFetch => graph.IsSetUp && meta.Value.WhatsAppBusinessAccountId.Length > 0;

    public async Task<WhatsAppTemplates> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<WhatsAppTemplate> templates = [];
        while (await reader.ReadAsync(cancellationToken))
            templates.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.WordOrNull<TemplateCategory>(3), reader.GetBoolean(4)));
        return new(templates, CanFetch);
    }

    /// <summary>Takes the place of all that were there.</summary>
    /// <exception cref="FieldRefused">Two have the same name and language, or a variable is missing between others.</exception>
    public async Task ReplaceAsync(WhatsAppTemplates templates, CancellationToken cancellationToken)
    {
        foreach (var template in templates.Items)
        {
            if (template.CountVariables() is null)
                throw new FieldRefused("items", $"The variables of '{template.Name}' have to be {{{{1}}}}, {{{{2}}}} and so on without a gap, or all names, 20 at most.");
            if (templates.Items.Count(other => (other.Name, other.Language) == (template.Name, template.Language)) > 1)
                throw new FieldRefused("items", $"'{template.Name}' is there twice in the language '{template.Language}'.");
        }

        await using var batch = database.CreateBatch();
        batch.Then("delete from whatsapp_templates");
        batch.Then(
            Store, Sql.Of([.. templates.Items.Select(template => template.Name)]), Sql.Of([.. templates.Items.Select(template => template.Language)]),
            Sql.Of([.. templates.Items.Select(template => template.Body)]), Sql.Texts([.. templates.Items.Select(template => template.Category is { } category ? Words.Of(category) : null)]),
            Sql.Of([.. templates.Items.Select(template => template.FromMeta)]));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The words of a template and what to tell the platform; null when there is no such lead.</summary>
    /// <exception cref="FieldRefused">There is no such template, or it wants other values.</exception>
    /// <exception cref="RuleViolation">The lead cannot be reached on WhatsApp.</exception>
    public async Task<(string Text, TemplateUse Use)?> FillAsync(Guid leadId, SendTemplate message, CancellationToken cancellationToken)
    {
        if (await ReachesAsync(leadId, cancellationToken) is not { } reached)
            return null;
        if (!reached)
            throw new RuleViolation("This lead's conversation is not on WhatsApp.");
        var template = (await ListAsync(cancellationToken)).Items.FirstOrDefault(known => known.Name == message.Name && known.Language == message.Language)
            ?? throw new FieldRefused("name", $"There is no template '{message.Name}' in the language '{message.Language}'.");
        string[] values = [.. message.Values.Select(value => WhatsAppTemplate.Tidy(value ?? ""))];
        if (values.Length != template.CountVariables() || values.Any(value => value.Length is 0 or > WhatsAppTemplate.LongestBody))
            throw new FieldRefused("values", $"The template '{template.Name}' wants {template.CountVariables()} values, none of them empty or too long.");
        var named = template.Variables() is [var first, ..] names && !char.IsAsciiDigit(first[0]) ? names : null;
        return (template.Fill(values), new(template.Name, template.Language, values, Names: named));
    }

    private async Task<bool?> ReachesAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Reach, Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetBoolean(0) : null;
    }
}
