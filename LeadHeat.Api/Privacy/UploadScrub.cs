using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Takes a person out of what is kept of files of leads: the file itself, its preview, samples of its columns, rows that were refused.</summary>
internal static class UploadScrub
{
    // A file that is being imported is deleted at its end, and the person's row in it is refused: BatchMerge.
    private const string WithFile = "select u.id from uploads u where u.state <> 'importing' and exists (select from upload_pieces p where p.upload_id = u.id)";

    // $1 upload, $2 place.
    private const string Piece = "select bytes from upload_pieces where upload_id = $1 and place = $2";

    // $1 uploads.
    private const string DropFiles = "delete from upload_pieces where upload_id = any($1)";

    private const string EndThem = """
        update uploads set state = 'cancelled', reason = 'The file held somebody who was erased. Send it again without them.', finished_at = coalesce(finished_at, now())
        where id = any($1) and state in ('mapping', 'failed', 'cancelled')
        """;

    private const string Sights = "select id, preview::text || mapping::text from uploads where preview <> '[]' or mapping::text like '%\"samples\": [\"%'";

    // $1 uploads.
    private const string Blind = """
        update uploads set preview = '[]', mapping = (select coalesce(jsonb_agg(c || '{"samples":[]}'), '[]') from jsonb_array_elements(mapping) c)
        where id = any($1) and (preview <> '[]' or mapping::text like '%"samples": ["%')
        """;

    private const string Holds = """
        cells is not null and (
            exists (select from unnest($1::text[]) word where strpos(lower(array_to_string(cells, ' ')), word) > 0)
            or exists (select from unnest($2::text[]) number where strpos(regexp_replace(array_to_string(cells, '|'), '[\s()./-]', '', 'g'), number) > 0))
        """;

    // $1 addresses and ids, $2 digits of numbers.
    private const string Refused = $"""
        select json_agg(json_build_object('upload_id', upload_id, 'line', line, 'reason', reason, 'cells', cells))::text from upload_errors where {Holds}
        """;

    // All errors of such a row: they quote it. $1 addresses and ids, $2 digits of numbers.
    private const string Errors = $"""
        delete from upload_errors e using (select distinct upload_id, line from upload_errors where {Holds}) found
        where e.upload_id = found.upload_id and e.line = found.line
        """;

    private const int Overlap = 300;

    /// <param name="cameWith">Files that the person's leads came with.</param>
    public static async Task ScrubAsync(
        NpgsqlConnection connection, PersonWords words, Guid[] cameWith, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        var files = new List<Guid>();
        foreach (var id in await IdsAsync(connection, WithFile, cancellationToken))
        {
            if (await IsInFileAsync(connection, id, words, cancellationToken))
                files.Add(id);
        }

        Guid[] seen = [.. (await SightsAsync(connection, words, cancellationToken)).Concat(cameWith).Concat(files).Distinct()];
        await using var batch = connection.CreateBatch();
        batch.Then(DropFiles, Sql.Of([.. files])).Then(EndThem, Sql.Of([.. files])).Then(Blind, Sql.Of(seen))
            .Then(Errors, Sql.Of([.. words.Texts]), Sql.Of([.. words.Numbers]));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        counts["uploads: files"] = files.Count;
        counts["uploads: previews"] = batch.BatchCommands[2].RecordsAffected;
        counts["uploads: refused rows"] = batch.BatchCommands[3].RecordsAffected;
    }

    /// <summary>Rows of files that were refused and hold the person, as a JSON array; null where there are none.</summary>
    public static async Task<string?> RefusedAsync(NpgsqlConnection connection, PersonWords words, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Refused, connection) { Parameters = { Sql.Of([.. words.Texts]), Sql.Of([.. words.Numbers]) } };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    // What a piece ends with is read again with the next one.
    private static async Task<bool> IsInFileAsync(NpgsqlConnection connection, Guid id, PersonWords words, CancellationToken cancellationToken)
    {
        byte[] end = [];
        for (var place = 0; ; place++)
        {
            await using var command = new NpgsqlCommand(Piece, connection) { Parameters = { Sql.Of(id), Sql.Of(place) } };
            if (await command.ExecuteScalarAsync(cancellationToken) is not byte[] piece)
                return false;
            if (words.AreIn((byte[])[.. end, .. piece]))
                return true;
            end = piece[^Math.Min(Overlap, piece.Length)..];
        }
    }

    private static async Task<List<Guid>> SightsAsync(NpgsqlConnection connection, PersonWords words, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sights, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> found = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (words.AreIn(reader.GetString(1)))
                found.Add(reader.GetGuid(0));
        }

        return found;
    }
}
