using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Wire;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Api.HeatModels;

/// <summary>Open leads of which card and model think differently, along an index.</summary>
internal sealed class DisagreementLists([Microsoft.Extensions.DependencyInjection.FromKeyedServices(Database.Lists)] Npgsql.NpgsqlDataSource database, ActiveHeatModel active)
{
    private const int Gap = LeadRows.Count + 3;

    // $1 model, $2 and $3 where the last page ended, $4 most.
    private const string Page = $"""
        select {LeadRows.Columns}, h.probability, h.rank, h.card_rank, h.rank - h.card_rank
        from lead_heat h join leads l on l.id = h.lead_id
        where h.model_id = $1 and h.card_rank is not null and (abs(h.rank - h.card_rank), h.lead_id) < ($2, $3)
        order by abs(h.rank - h.card_rank) desc, h.lead_id desc limit $4
        """;

    /// <summary>A cursor holds for one model only.</summary>
    public string Order => $"disagreements {active.Current?.Id}";

    public async Task<Disagreements> ReadAsync(Cursor? after, int limit, CancellationToken cancellationToken)
    {
        if (active.Current is not { } current)
            return new([], null);
        await using var batch = database.CreateBatch();
        batch.Then(
            Page, Sql.Of(current.Id), Sql.Of((int)(after?.Key ?? int.MaxValue)), Sql.Of(after?.Id ?? new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")),
            Sql.Of(limit + 1));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        List<Disagreement> items = [];
        while (await row.ReadAsync(cancellationToken))
            items.Add(new(LeadRows.Read(row), row.GetDouble(Gap - 3), row.GetInt16(Gap - 2), row.GetInt16(Gap - 1), row.GetInt16(Gap)));
        if (items.Count <= limit)
            return new(items, null);
        items.RemoveAt(limit);
        return new(items, new Cursor(Math.Abs(items[^1].Gap), items[^1].Lead.Id).Write(Order));
    }
}
