using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

internal static class ProfileSql
{
    // $1 lead, $2 facts, $3 customer type, $4 city, $5 areas, $6 type, $7 and $8 beds, $9 and $10 budget, $11 its currency, $12 months,
    // $13 pre-approved, $14 now.
    private const string Update = """
        update lead_profiles
        set facts = $2, customer_type = coalesce($3, customer_type), city = $4, areas = $5, property_type = $6, beds_min = $7, beds_max = $8,
            budget_min = $9, budget_max = $10, currency = $11, timeline_months = $12, preapproved = $13, updated_at = $14
        where lead_id = $1
        """;

    /// <summary>Stores what is known of a lead, with the columns that searches and reports ask for.</summary>
    public static NpgsqlBatch ThenProfile(this NpgsqlBatch batch, Guid leadId, IReadOnlyList<Fact> facts, string? customerType, DateTimeOffset now)
    {
        FactValue? Value(string field) => facts.FirstOrDefault(fact => fact.Field == field)?.Value;
        var (beds, budget, timeline) = (Value(FactFields.Beds), Value(FactFields.Budget), Value(FactFields.Timeline));
        return batch.Then(
            Update, Sql.Of(leadId), Sql.Json(facts, LeadHeatJson.Default.IReadOnlyListFact), Sql.Of(customerType), Sql.Of(Value(FactFields.City)?.Text),
            Sql.Of([.. Value(FactFields.Areas)?.Items ?? []]), Sql.Of(Value(FactFields.PropertyType)?.Text), Sql.Of(beds?.Min), Sql.Of(beds?.Max),
            Sql.Of(budget?.Min), Sql.Of(budget?.Max), Sql.Of(budget?.Unit), Sql.Of((int?)(timeline?.Max ?? timeline?.Min)),
            Sql.Of(Value(FactFields.PreApproved)?.Text is { } said ? said == "yes" : null), Sql.Of(now));
    }
}
