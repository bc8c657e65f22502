using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Leads;

/// <summary>What is known of a lead now.</summary>
/// <param name="CustomerType">Null leaves it as it is.</param>
internal sealed record NewProfile(Guid LeadId, IReadOnlyList<Fact> Facts, string? CustomerType)
{
    public FactValue? this[string field] => Facts.FirstOrDefault(fact => fact.Field == field)?.Value;
}

internal static class ProfileSql
{
    // An array of arrays would be taken for one of more dimensions, so areas come as JSON. $1 leads, $2 facts, $3 customer types, $4 cities, $5 areas,
    // $6 types, $7 and $8 beds, $9 and $10 budgets, $11 their currencies, $12 months, $13 pre-approved, $14 now.
    private const string Update = """
        update lead_profiles p
        set facts = g.facts, customer_type = coalesce(g.customer_type, p.customer_type), city = g.city,
            areas = array(select jsonb_array_elements_text(g.areas)), property_type = g.property_type, beds_min = g.beds_min, beds_max = g.beds_max,
            budget_min = g.budget_min, budget_max = g.budget_max, currency = g.currency, timeline_months = g.timeline_months,
            preapproved = g.preapproved, updated_at = $14
        from unnest($1::uuid[], $2::jsonb[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::numeric[], $8::numeric[], $9::numeric[], $10::numeric[],
                    $11::text[], $12::int[], $13::bool[])
            as g (lead_id, facts, customer_type, city, areas, property_type, beds_min, beds_max, budget_min, budget_max, currency, timeline_months, preapproved)
        where p.lead_id = g.lead_id
        """;

    /// <summary>Stores what is known of leads, with the columns that searches and reports ask for. No lead twice.</summary>
    public static NpgsqlBatch ThenProfile(this NpgsqlBatch batch, IReadOnlyList<NewProfile> all, DateTimeOffset now) => batch.Then(
        Update, Sql.Column(all, NpgsqlDbType.Uuid, one => one.LeadId), Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListFact, one => one.Facts),
        Sql.Column(all, NpgsqlDbType.Text, one => one.CustomerType), Sql.Column(all, NpgsqlDbType.Text, one => one[FactFields.City]?.Text),
        Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListString, one => one[FactFields.Areas]?.Items ?? []),
        Sql.Column(all, NpgsqlDbType.Text, one => one[FactFields.PropertyType]?.Text),
        Sql.Column(all, NpgsqlDbType.Numeric, one => one[FactFields.Beds]?.Min), Sql.Column(all, NpgsqlDbType.Numeric, one => one[FactFields.Beds]?.Max),
        Sql.Column(all, NpgsqlDbType.Numeric, one => one[FactFields.Budget]?.Min), Sql.Column(all, NpgsqlDbType.Numeric, one => one[FactFields.Budget]?.Max),
        Sql.Column(all, NpgsqlDbType.Text, one => one[FactFields.Budget]?.Unit),
        Sql.Column(all, NpgsqlDbType.Integer, one => (int?)(one[FactFields.Timeline]?.Max ?? one[FactFields.Timeline]?.Min)),
        Sql.Column(all, NpgsqlDbType.Boolean, one => one[FactFields.PreApproved]?.Text is { } said ? said == "yes" : (bool?)null), Sql.Of(now));
}
