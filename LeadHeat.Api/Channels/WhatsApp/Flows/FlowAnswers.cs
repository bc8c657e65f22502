using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>Makes facts of a filled-in flow, where its token says that it is of this lead and of which playbook's fields.</summary>
internal sealed class FlowAnswers(NpgsqlDataSource database, PlaybookLibrary playbooks, IOptions<MetaOptions> meta, TimeProvider clock)
{
    // $1 session.
    private const string Place = """
        select c.playbook, c.lead_id, p.facts
        from sessions s join conversations c on c.id = s.conversation_id left join lead_profiles p on p.lead_id = c.lead_id
        where s.id = $1
        """;

    /// <summary>
    /// The facts, their evidence without a message yet; none for what is no flow, and for a flow of others: its words are read as any message's.
    /// </summary>
    public async Task<IReadOnlyList<Fact>> ReadAsync(Guid sessionId, WhatsAppMessage message, CancellationToken cancellationToken)
    {
        if (message.Answers.Count == 0 || FlowToken.Read(message.FlowToken, meta.Value.TokenSecrets) is not { } token)
            return [];
        await using var batch = database.CreateBatch();
        batch.Then(Place, Sql.Of(sessionId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || reader.GetString(0) != token.Playbook || !playbooks.TryGet(token.Playbook, out var playbook)
            || (token.LeadId is { } of && reader.ValueOrNull<Guid>(1) != of))
            return [];
        return FactsOf(message, playbook, reader.IsDBNull(2) ? [] : reader.Json(2, LeadHeatJson.Default.IReadOnlyListFact));
    }

    private List<Fact> FactsOf(WhatsAppMessage message, Playbook playbook, IReadOnlyList<Fact> known)
    {
        List<Fact> facts = [];
        foreach (var (question, field) in FormMapping.Propose(message.Answers.Keys, playbook).Where(mapped => mapped.Value != FormMapping.Note))
        {
            try
            {
                var fact = FactReader.Read(field, message.Answers[question], playbook, [.. known, .. facts], clock.GetUtcNow());
                facts.Add(fact with { SetBy = FactSource.Form, Evidence = Words(message, question) });
            }
            catch (FieldRefused)
            {
                // The team reads it in the conversation, as it was written.
            }
        }

        return facts;
    }

    private static IReadOnlyList<Evidence> Words(WhatsAppMessage message, string question)
    {
        var (line, value) = (WhatsAppMessage.LineOf(question), message.Answers[question]);
        var start = message.Text.IndexOf(line + value, StringComparison.Ordinal);
        return start < 0 ? [] : [new(Guid.Empty, start + line.Length, value.Length, value)];
    }
}
