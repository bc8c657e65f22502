using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Scorecards by version: drafts are written and thrown away, published ones only read.</summary>
internal sealed class Cards(NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards active, TimeProvider clock)
{
    public async Task<ScorecardList> ListAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await active.CatchUpAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Then(CardSql.All).Then(CardSql.Publications);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<ScorecardSummary> items = [];
        while (await reader.ReadAsync(cancellationToken))
            items.Add(Summary(reader, now));
        return new(items, await reader.NextListAsync(row => PublicationOf(row, now), cancellationToken));
    }

    /// <summary>Null when there is no such version.</summary>
    public async Task<ScorecardView?> ReadAsync(string name, int version, CancellationToken cancellationToken)
    {
        await active.CatchUpAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Then(CardSql.One, Sql.Of(name), Sql.Of(version));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var (summary, json) = (Summary(reader, clock.GetUtcNow()), reader.GetString(9));
        return new(summary, JsonNode.Parse(json)!.AsObject(), Check(summary.Playbook, json).Findings);
    }

    /// <summary>The compiled card, also of a draft; null when there is no such version.</summary>
    public async Task<(Scorecard Card, string Playbook)?> FindAsync(string name, int version, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(CardSql.One, Sql.Of(name), Sql.Of(version));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (ScorecardParser.Parse($"{name} {version}", reader.GetString(9)), reader.GetString(2)) : null;
    }

    /// <summary>Null when there is no card to begin from.</summary>
    public async Task<ScorecardView?> CreateAsync(CreateScorecard wish, Actor actor, CancellationToken cancellationToken)
    {
        if (await ReadAsync(wish.From, wish.FromVersion, cancellationToken) is not { } from)
            return null;
        var (name, now) = (wish.Name ?? wish.From, clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var create = new NpgsqlCommand(CardSql.Create, connection)
        {
            Parameters = { Sql.Of(name), Sql.Of(from.Summary.Playbook), Sql.Of(wish.Note), Sql.Of(actor.Name), Sql.Of(now) },
        };
        var version = (int)(await create.ExecuteScalarAsync(cancellationToken))!;
        await using var save = connection.CreateBatch();
        save.Then(CardSql.Save, Sql.Of(name), Sql.Of(version), Sql.JsonText(Named(from.Card, name, version).Json), Sql.Of((string?)null), Sql.Of(now));
        await save.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await ReadAsync(name, version, cancellationToken);
    }

    /// <summary>Null when there is no such version.</summary>
    /// <exception cref="FieldRefused">The card is wrong; nothing is stored.</exception>
    /// <exception cref="RuleViolation">It is published.</exception>
    public async Task<ScorecardView?> SaveAsync(string name, int version, SaveScorecard save, CancellationToken cancellationToken)
    {
        if (await ReadAsync(name, version, cancellationToken) is not { } before)
            return null;
        Scorecard card;
        try
        {
            card = Named(save.Card, name, version);
        }
        catch (PlaybookException wrong)
        {
            throw new FieldRefused(wrong.Key.Length == 0 ? "card" : "card." + wrong.Key, wrong.Problem);
        }
        await using var batch = database.CreateBatch();
        batch.Then(CardSql.Save, Sql.Of(name), Sql.Of(version), Sql.JsonText(card.Json), Sql.Of(save.Note), Sql.Of(clock.GetUtcNow()));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw Published(before.Summary);
        return await ReadAsync(name, version, cancellationToken);
    }

    /// <summary>False when there is no such version.</summary>
    /// <exception cref="RuleViolation">It is published.</exception>
    public async Task<bool> DeleteAsync(string name, int version, CancellationToken cancellationToken)
    {
        if (await ReadAsync(name, version, cancellationToken) is not { } before)
            return false;
        await using var batch = database.CreateBatch();
        batch.Then(CardSql.Delete, Sql.Of(name), Sql.Of(version));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0 && before.Summary.State == CardState.Published)
            throw Published(before.Summary);
        return true;
    }

    /// <summary>What is wrong with a card of a playbook.</summary>
    public CardCheck Check(string playbook, string json)
    {
        if (!playbooks.TryGet(playbook, out var book))
            return new($"There is no playbook '{playbook}'.", null, []);
        try
        {
            var card = ScorecardParser.Parse("card", json);
            return new(null, ScorecardParser.MostPoints(card.Criteria, card.Groups), ScorecardLint.Check(card, book));
        }
        catch (PlaybookException wrong)
        {
            return new(wrong.Key.Length == 0 ? wrong.Problem : $"{wrong.Key}: {wrong.Problem}", null, []);
        }
    }

    private static Scorecard Named(JsonObject card, string name, int version)
    {
        var named = card.DeepClone().AsObject();
        (named["name"], named["version"]) = (name, version);
        return ScorecardParser.Parse("card", named.ToJsonString());
    }

    private static RuleViolation Published(ScorecardSummary card) =>
        new($"Version {card.Version} of '{card.Title}' is published and stays as it is. Begin a draft from it.");

    private ScorecardSummary Summary(NpgsqlDataReader row, DateTimeOffset now)
    {
        var (name, version, playbook) = (row.GetString(0), row.GetInt32(1), row.GetString(2));
        CardRole? role = active.PrimaryOf(playbook, now)?.Card is { } primary && primary.Name == name && primary.Version == version ? CardRole.Primary
            : active.Beside(playbook, now).Any(card => card.Name == name && card.Version == version) ? CardRole.Beside
            : null;
        return new(
            name, version, TitleOf(row.GetString(9)) ?? name, playbook, row.Word<CardState>(3), row.Word<CardOrigin>(4), role, row.TextOrNull(5), row.GetString(6),
            row.Time(7), row.ValueOrNull<DateTimeOffset>(8));
    }

    private static string? TitleOf(string json)
    {
        using var card = JsonDocument.Parse(json);
        return card.RootElement.TryGetProperty("title", out var title) ? title.GetString() : null;
    }

    private PublicationView PublicationOf(NpgsqlDataReader row, DateTimeOffset now)
    {
        var (id, playbook, role) = (row.GetGuid(0), row.GetString(1), row.Word<CardRole>(4));
        return new(
            id, playbook, row.GetString(2), row.GetInt32(3), role, row.Time(5), row.GetString(6), row.Time(7), row.ValueOrNull<DateTimeOffset>(8),
            row.ValueOrNull<DateTimeOffset>(9), active.IsNow(id, playbook, role, now));
    }
}
