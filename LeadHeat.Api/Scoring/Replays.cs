using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Computes a lead's score again from what is stored, and says whether it comes out as it stands.</summary>
internal sealed class Replays(NpgsqlDataSource database, ActiveCards cards)
{
    private const string SumDiffers = "score";

    /// <summary>Null when there is no such lead.</summary>
    /// <exception cref="RuleViolation">The version of the card that scored it is not there.</exception>
    public async Task<ScoreReplay?> RunAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await ReadAsync(connection, leadId, cancellationToken) is not { } stored)
            return null;
        if (stored.Card is not { } card)
            return new(leadId, stored.Score, true, null, null, null, [], []);
        if (cards.Find(card.Name, card.Version) is not { } scorecard)
            throw new RuleViolation($"Version {card.Version} of the scorecard '{card.Name}' is not there; without it the score cannot be computed again.");
        var texts = await TextsAsync(connection, stored.Basis, cancellationToken);
        var input = stored.Basis.Restore(
            stored.Matches, [.. stored.Ledger.Where(line => line.Author is not null)], AtOf(stored, card), texts.GetValueOrDefault);
        var result = scorecard.Evaluate(input);
        var ledger = LedgerFormat.Write(result.Ledger, LedgerFormat.Of(stored.Basis.Format, stored.Ledger));
        var differences = Differences(stored, result.Score, ledger);
        return new(leadId, result.Score, differences.Count == 0, card.Name, card.Version, card.At, ledger, differences);
    }

    // Postgres keeps microseconds: the lines carry the time as it came back from there.
    private static DateTimeOffset AtOf(StoredScore stored, (string, int, DateTimeOffset At) card) =>
        stored.Ledger.FirstOrDefault(line => line.Author is null)?.At ?? card.At;

    private static async Task<StoredScore?> ReadAsync(NpgsqlConnection connection, Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(ReplaySql.Stored, Sql.Of(leadId)).Then(ReplaySql.Lines, Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var stored = StoredScore.Read(reader);
        return stored with { Ledger = await reader.NextListAsync(row => LedgerRows.Read(row, 0), cancellationToken) };
    }

    private static async Task<Dictionary<Guid, string>> TextsAsync(NpgsqlConnection connection, ScoreBasis basis, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. basis.Facts.SelectMany(fact => fact.Evidence).Select(words => words.MessageId).Distinct()];
        await using var batch = connection.CreateBatch();
        batch.Then(ReplaySql.Texts, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<Guid, string> texts = [];
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetGuid(0), reader.GetString(1));
        return texts;
    }

    private static List<string> Differences(StoredScore stored, int score, IReadOnlyList<LedgerLine> ledger)
    {
        List<string> differences = [];
        for (var i = 0; i < Math.Max(stored.Ledger.Count, ledger.Count); i++)
        {
            var (before, after) = (stored.Ledger.ElementAtOrDefault(i), ledger.ElementAtOrDefault(i));
            if (Bytes(before) != Bytes(after))
                differences.Add((after ?? before)!.Rule);
        }
        if (stored.Score != score)
            differences.Add(SumDiffers);
        return differences;
    }

    private static string Bytes(LedgerLine? line) => line is null ? "" : JsonSerializer.Serialize(line, LeadHeatJson.Default.LedgerLine);

    private sealed record StoredScore(int? Score, (string Name, int Version, DateTimeOffset At)? Card, IReadOnlyList<UnitMatch> Matches, ScoreBasis Basis)
    {
        public List<LedgerLine> Ledger { get; init; } = [];

        public static StoredScore Read(NpgsqlDataReader row) => new(
            row.ValueOrNull<int>(0),
            row.IsDBNull(2) ? null : (row.GetString(2), row.GetInt32(3), row.Time(4)),
            row.IsDBNull(5) ? [] : row.Json(5, LeadHeatJson.Default.IReadOnlyListUnitMatch),
            row.IsDBNull(6)
                ? new(row.Json(7, LeadHeatJson.Default.IReadOnlyListFact), row.IsDBNull(8) ? null : row.Json(8, LeadHeatJson.Default.DialogueState))
                : row.Json(6, LeadHeatJson.Default.ScoreBasis));
    }
}
