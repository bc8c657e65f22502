using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>One lead's score from all sides: how it went, what would change it, how other cards see it, what to do next.</summary>
internal sealed class LeadScores(
    NpgsqlDataSource database, LeadDetails details, PlaybookLibrary playbooks, ActiveCards active, CardModels models, TimeProvider clock)
{
    private const int MostPoints = 200;

    private const string History = """
        select q.created_at, q.score, q.heat, q.card, q.card_version, q.turn_id is not null
        from qualifications q where q.lead_id = $1
        order by q.id desc limit $2
        """;

    private const string Row = $"select {LeadRows.Columns} from leads l where l.id = $1";

    private const string Scored = $"{ScoredLeadRows.Select} where l.id = $2";

    private const string Exists = "select 1 from leads where id = $1";

    /// <summary>Null when there is no such lead.</summary>
    public async Task<ScoreHistory?> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Exists, Sql.Of(id)).Then(History, Sql.Of(id), Sql.Of(MostPoints));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(Points(await reader.NextListAsync(ReadPoint, cancellationToken))) : null;
    }

    /// <summary>Null when there is no such lead, or nothing was scored yet.</summary>
    public async Task<WhatIf?> WhatIfAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { Input: { } input, Playbook: { } playbook } lead ? WhatIfOf(input, playbook, lead.Model) : null;

    /// <summary>Null when there is no such lead; empty where nothing was scored yet.</summary>
    public async Task<IReadOnlyList<CardScore>?> CardsAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } lead)
            return null;
        if (lead.Input is not { } input || lead.Playbook is not { } playbook)
            return [];
        var now = clock.GetUtcNow();
        return
        [
            ScoreOf(active.Primary(playbook, now), CardRole.Primary, input),
            .. active.Beside(playbook.Name, now).Select(card => ScoreOf(card, CardRole.Beside, input)),
        ];
    }

    /// <summary>Null when there is no such lead.</summary>
    public async Task<NextBestAction?> RecommendAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } lead)
            return null;
        var history = (await HistoryAsync(id, cancellationToken))?.Points ?? [];
        var since = history.Reverse().TakeWhile(point => point.Heat == lead.Row.Heat).LastOrDefault()?.At ?? lead.Row.CreatedAt;
        var now = clock.GetUtcNow();
        var result = lead is { Input: { } input, Playbook: { } playbook } ? active.Primary(playbook, now).Evaluate(input) : null;
        return NextActions.For(new(
            lead.Row, result, lead.Input?.Facts ?? [], lead is { Input: { } known, Playbook: { } book } ? WhatIfOf(known, book, lead.Model) : null, since,
            lead.Playbook?.HasInventory ?? false, now, lead.Input?.Dialogue?.Agreed is not null, await details.ReadAsync(id, before: null, cancellationToken)));
    }

    private WhatIf WhatIfOf(ScoringInput input, Playbook playbook, AskedModel? model)
    {
        var card = active.Primary(playbook, clock.GetUtcNow());
        var questions = OpenQuestions.Of(playbook, input.Facts, input.Dialogue ?? DialogueState.Start, card.Missing(input));
        return WhatIfFinder.Find(card, playbook, input, questions, model is null ? null : facts => model.Probability(facts));
    }

    private static CardScore ScoreOf(Scorecard card, CardRole role, ScoringInput input)
    {
        // What people added belongs to the primary card's score.
        var result = card.Evaluate(role == CardRole.Primary ? input : input with { Adjustments = [] });
        return new(
            card.Name, card.Version, card.Title, role, result.Score, result.Heat, result.Recommendation, card.Recommending.LabelOf(result.Recommendation),
            [.. card.Groups.Select(group => GroupOf(card, group, result))], result.Ledger);
    }

    private static GroupScore GroupOf(Scorecard card, CriteriaGroup group, Qualification result)
    {
        var ids = card.Criteria.Where(criterion => criterion.Group == group.Id).Select(criterion => criterion.Id).ToHashSet();
        var points = Math.Clamp(result.Ledger.Where(line => ids.Contains(line.Rule)).Sum(line => line.Points), 0, group.Cap);
        var scale = group.Scale ?? group.Cap;
        return new(group.Id, group.Title, Math.Round((double)points * scale / group.Cap, 1), scale);
    }

    private async Task<(LeadRow Row, Playbook? Playbook, ScoringInput? Input, AskedModel? Model)?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        LeadRow row;
        List<RawLead> scored;
        List<LedgerLine> lines;
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(Row, Sql.Of(id)).Then(Scored, Sql.Of(true), Sql.Of(id)).Then(RescoringSql.Adjustments, Sql.Of((Guid[])[id]));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
                return null;
            row = LeadRows.Read(reader);
            scored = await reader.NextListAsync(ScoredLeadRows.Read, cancellationToken);
            lines = await reader.NextListAsync(line => LedgerRows.Read(line, 1), cancellationToken);
        }
        if (!playbooks.TryGet(row.Playbook, out var playbook) || scored.Count == 0)
            return (row, playbook, null, null);
        var now = clock.GetUtcNow();
        var asked = await models.OfAsync(connection, [id], active.Beside(playbook.Name, now).Prepend(active.Primary(playbook, now)), cancellationToken);
        var model = asked.GetValueOrDefault(id);
        return (row, playbook, scored[0].Input(lines, now, model), model);
    }

    private static (ScorePoint Point, bool ByMessage) ReadPoint(NpgsqlDataReader row) => (
        new(row.Time(0), row.GetInt32(1), row.Word<Heat>(2), row.GetString(3), row.GetInt32(4), ScoreCause.Message), row.GetBoolean(5));

    // They come newest first. What no message caused, another card did where it differs from the one before, else a person.
    private static List<ScorePoint> Points(List<(ScorePoint Point, bool ByMessage)> rows)
    {
        rows.Reverse();
        List<ScorePoint> points = new(rows.Count);
        foreach (var (point, byMessage) in rows)
        {
            var isSameCard = points.Count > 0 && points[^1].Card == point.Card && points[^1].CardVersion == point.CardVersion;
            points.Add(point with { Cause = byMessage ? ScoreCause.Message : isSameCard ? ScoreCause.Person : points.Count > 0 ? ScoreCause.Card : ScoreCause.Message });
        }
        return points;
    }
}
