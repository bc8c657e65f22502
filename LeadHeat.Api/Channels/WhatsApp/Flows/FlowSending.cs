using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>The message that opens a flow for one lead.</summary>
internal sealed class FlowSending(NpgsqlDataSource database, FlowKeys keys, IOptions<MetaOptions> meta, TimeProvider clock)
{
    private const string Words = "A few short questions, so that I can find the right thing for you.";

    // $1 lead.
    private const string Find = $"""
        select l.playbook, {AnswerWindow.Heard} from leads l left join conversations v on v.id = l.conversation_id where l.id = $1
        """;

    /// <summary>Null when there is no such lead.</summary>
    /// <exception cref="RuleViolation">Flows are not set up, or the lead cannot be sent one now.</exception>
    public async Task<(string Text, TemplateUse Use)?> PrepareAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var playbook = reader.GetString(0);
        if (!keys.IsSetUp || meta.Value.AppSecret.Length == 0)
            throw new RuleViolation("Forms on WhatsApp are not set up: an admin has to set Meta__AppSecret and Meta__FlowPrivateKey.");
        if (reader.ValueOrNull<DateTimeOffset>(1) is not { } heard)
            throw new RuleViolation("This lead's conversation is not on WhatsApp.");
        if (clock.GetUtcNow() - heard > AnswerWindow.Length)
            throw new RuleViolation("They have not written for 24 hours: WhatsApp takes a template only.");
        var token = new FlowToken(leadId, playbook, FlowToken.CurrentVersion).Sign(meta.Value.AppSecret);
        return (Words, new(FlowSetUp.NameOf(playbook), "", [], token));
    }
}
