using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>A merge as it is stored.</summary>
/// <param name="Survivor">Who stayed; null before it is done.</param>
internal sealed record FoundMerge(Guid Id, MergeState State, Guid Left, Guid Right, Guid? Survivor, string? DecidedBy, IReadOnlyList<MatchReason> Reasons)
{
    public Guid Other => Survivor == Left ? Right : Left;

    public static async Task<FoundMerge?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(MergeSql.Find, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? null : new(
            id, reader.Word<MergeState>(0), reader.GetGuid(1), reader.GetGuid(2), reader.ValueOrNull<Guid>(3), reader.TextOrNull(4),
            reader.Json(5, LeadHeatJson.Default.IReadOnlyListMatchReason));
    }
}

internal static class MergeTales
{
    /// <summary>Tells it in each lead's timeline.</summary>
    public static void ThenTell(this NpgsqlBatch batch, Guid[] leads, string text, Actor actor, DateTimeOffset now) => batch.Then(
        MergeSql.Tell, Sql.Of(Array.ConvertAll(leads, _ => Guid.CreateVersion7(now))), Sql.Of(leads), Sql.Of(text), Sql.Of(actor.Name), Sql.Of(actor.Id), Sql.Of(now));
}
