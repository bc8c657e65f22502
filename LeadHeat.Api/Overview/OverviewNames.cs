using LeadHeat.Api.Data;
using LeadHeat.Core.Overview;
using Npgsql;

namespace LeadHeat.Api.Overview;

/// <summary>Names of what counts know by number or id.</summary>
internal sealed class OverviewNames(NpgsqlDataSource database)
{
    // Only slices that somebody's leads are in now.
    private const string Owners = """
        select u.id, u.name from users u
        where exists (select from overview_slices s where s.by_owner and s.owner_id = u.id and exists (select from overview_months m where m.family = 0 and m.slice = s.id))
        order by u.name, u.id
        """;

    private const string RuleNames = """
        select r.id, r.card, r.rule, t.title, t.takes
        from overview_rules r left join lateral (
            select c ->> 'title' as title, coalesce((c ->> 'max')::numeric, 0) <= 0 as takes
            from scorecards s cross join lateral json_array_elements(s.data -> 'criteria') c
            where s.name = r.card and c ->> 'id' = r.rule order by s.version desc limit 1) t on true
        where r.id = any($1)
        """;

    public async Task<OverviewChoices> ChoicesAsync(OverviewFrame frame, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select name from lead_playbooks order by name").Then(Owners).Then("select rolled_at, counted from overview_state");
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        List<string> playbooks = [];
        while (await row.ReadAsync(cancellationToken))
            playbooks.Add(row.GetString(0));
        var owners = await row.NextListAsync(owner => new OverviewOwner(owner.GetGuid(0), owner.GetString(1)), cancellationToken);
        await row.NextResultAsync(cancellationToken);
        if (await row.ReadAsync(cancellationToken))
            frame = frame with { UpdatedAt = row.ValueOrNull<DateTimeOffset>(0), Counted = row.GetInt64(1) };
        return new(frame, playbooks, owners);
    }

    /// <summary>The names of people, by id as text.</summary>
    public async Task<Dictionary<string, string>> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id, name from users");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, string> names = [];
        while (await row.ReadAsync(cancellationToken))
            names.Add(row.GetGuid(0).ToString(), row.GetString(1));
        return names;
    }

    public async Task<List<RuleName>> RulesAsync(int[] ids, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(RuleNames);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = ids });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<RuleName> rules = [];
        while (await row.ReadAsync(cancellationToken))
            rules.Add(new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.TextOrNull(3) ?? row.GetString(2), row.ValueOrNull<bool>(4) ?? false));
        return rules;
    }
}

/// <summary>A rule of a card.</summary>
/// <param name="Takes">Whether it takes points away.</param>
internal sealed record RuleName(int Id, string Card, string Rule, string Title, bool Takes);
