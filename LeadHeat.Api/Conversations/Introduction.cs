using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>Gives a new lead the name and number that its channel knows, with the message that made it.</summary>
internal static class Introduction
{
    private const double ProfileNameConfidence = 0.8;

    // Only what this very message opened. $1 message, $2 facts, $3 contact's name, $4 phone, $5 lead's name, $6 search, $7 now.
    private const string Introduce = """
        with opened as materialized (
            select l.id, l.contact_id
            from messages m join turns t on t.message_id = m.id join leads l on l.id = t.lead_id
            where m.id = $1 and l.created_at = m.created_at and l.search = ''),
        contact as (
            update contacts k set name = coalesce(k.name, $3), phone = coalesce(k.phone, $4), updated_at = $7 from opened where k.id = opened.contact_id),
        profile as (
            update lead_profiles p set facts = $2, updated_at = $7 from opened where p.lead_id = opened.id)
        update leads l set name = coalesce($5, l.name), search = $6 from opened where l.id = opened.id
        """;

    // $1 message, $2 activity, $3 text, $4 now.
    private const string Note = """
        insert into activities (id, lead_id, kind, text, actor, at)
        select $2, t.lead_id, 'note', $3, 'WhatsApp', $4 from turns t where t.message_id = $1
        """;

    // No row for a message that came before. What a person of the team set stays. $1 message, $2 their fields, $3 facts, $4 now.
    private const string Know = """
        update lead_profiles p
        set updated_at = $4, facts =
            coalesce((select jsonb_agg(fact) from jsonb_array_elements(p.facts) fact where fact ->> 'field' <> all($2) or fact ->> 'setBy' = 'person'), '[]')
            || coalesce((select jsonb_agg(fact) from jsonb_array_elements($3) fact where not exists (
                select from jsonb_array_elements(p.facts) own where own ->> 'field' = fact ->> 'field' and own ->> 'setBy' = 'person')), '[]')
        from turns t where t.message_id = $1 and p.lead_id = t.lead_id
        """;

    /// <summary>Stores what a message tells by its form, in the place of what was known but for what a person of the team set.</summary>
    private static NpgsqlBatch ThenKnow(this NpgsqlBatch batch, Guid messageId, IReadOnlyList<Fact> facts, DateTimeOffset now)
    {
        IReadOnlyList<Fact> cited = [.. facts.Select(fact => fact with { Evidence = [.. fact.Evidence.Select(words => words with { MessageId = messageId })] })];
        return batch.Then(
            Know, Sql.Of(messageId), Sql.Of([.. cited.Select(fact => fact.Field)]), Sql.Json(cited, LeadHeatJson.Default.IReadOnlyListFact), Sql.Of(now));
    }

    public static void ThenIntroduce(this NpgsqlBatch batch, Guid messageId, Sender sender, DateTimeOffset now)
    {
        if (FactsOf(sender, now) is not { Count: > 0 } facts)
            return;
        var search = string.Join(' ', new[] { sender.Name, sender.Phone }.OfType<string>()).ToLowerInvariant();
        batch.Then(
            Introduce, Sql.Of(messageId), Sql.Json(facts, LeadHeatJson.Default.IReadOnlyListFact), Sql.Of(sender.Name), Sql.Of(sender.Phone),
            Sql.Of(sender.Name), Sql.Of(search), Sql.Of(now));
    }

    /// <summary>What else the channel says with a message: where the person came from this time, and what its form tells.</summary>
    public static void ThenTell(this NpgsqlBatch batch, Guid messageId, InboundMessage message, DateTimeOffset now)
    {
        if (message.Sender?.Note is { } note)
            batch.Then(Note, Sql.Of(messageId), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(note), Sql.Of(now));
        if (message.Facts.Count > 0)
            batch.ThenKnow(messageId, message.Facts, now);
    }

    private static List<Fact> FactsOf(Sender sender, DateTimeOffset now)
    {
        List<Fact> facts = [];
        if (sender.Name is { } name)
            facts.Add(new(FactFields.Name, new(Text: name), name, FactSource.Channel, ProfileNameConfidence, now, []));
        if (sender.Phone is { } phone)
            facts.Add(new(FactFields.Phone, new(Text: phone), phone, FactSource.Channel, 1, now, []));
        return facts;
    }
}
