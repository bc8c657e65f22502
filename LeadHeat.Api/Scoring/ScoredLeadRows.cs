using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Leads with all that a card looks at, as they stand, for every statement that goes over many.</summary>
internal static class ScoredLeadRows
{
    /// <summary>$1 is whether time matters: only then is it worth looking for the last message.</summary>
    public const string Select = """
        select l.id, l.name, l.score, l.heat, l.status, l.created_at, l.conversation_id, coalesce(p.facts, '[]'), c.dialogue, coalesce(q.top_matches, '[]'),
               case when $1 then coalesce(
                   (select m.created_at from messages m where m.conversation_id = l.conversation_id and m.author = 'visitor' order by m.id desc limit 1),
                   l.created_at) end,
               q.card, q.card_version
        from leads l
        join qualifications q on q.id = l.qualification_id
        left join lead_profiles p on p.lead_id = l.id
        left join conversations c on c.id = l.conversation_id
        """;

    public const int Count = 13;

    /// <summary>The row as bytes: reading it is left to whoever judges it.</summary>
    public static RawLead Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.ValueOrNull<int>(2) ?? 0, row.Word<Heat>(3), row.Word<LeadStatus>(4), row.Time(5), row.ValueOrNull<Guid>(6),
        row.GetFieldValue<byte[]>(7), row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9),
        row.ValueOrNull<DateTimeOffset>(10), row.GetString(11), row.GetInt32(12));
}

/// <summary>A lead whose JSON nobody has read yet.</summary>
internal sealed record RawLead(
    Guid Id, string Name, int Score, Heat Heat, LeadStatus Status, DateTimeOffset CreatedAt, Guid? ConversationId, byte[] Facts, byte[]? Dialogue, byte[] Matches,
    DateTimeOffset? HeardAt, string Card, int CardVersion)
{
    /// <param name="model">Where a card asks the heat model.</param>
    public ScoringInput Input(IReadOnlyList<LedgerLine> adjustments, DateTimeOffset at, AskedModel? model)
    {
        var facts = JsonSerializer.Deserialize(Facts, LeadHeatJson.Default.IReadOnlyListFact)!;
        return new(
            facts, JsonSerializer.Deserialize(Matches, LeadHeatJson.Default.IReadOnlyListUnitMatch)!, adjustments, at,
            Dialogue is null ? DialogueState.Start : JsonSerializer.Deserialize(Dialogue, LeadHeatJson.Default.DialogueState)!,
            HeardAt, model?.Probability(facts));
    }

    public PastLead Past(IReadOnlyList<LedgerLine> adjustments, DateTimeOffset at, AskedModel? model) => new(
        Id, Name, Score, Heat, Status switch { LeadStatus.Won => true, LeadStatus.Lost => false, _ => null }, CreatedAt, Input(adjustments, at, model));
}
