namespace LeadHeat.Api.Uploads;

internal static class UploadSql
{
    // $1 upload, $2 place.
    public const string Piece = "select bytes from upload_pieces where upload_id = $1 and place = $2";

    // $1 id, $2 state, $3 name, $4 bytes, $5 hash, $6 encoding, $7 delimiter, $8 quote, $9 playbook, $10 duplicates, $11 signature, $12 mapping,
    // $13 preview, $14 notices, $15 reason, $16 lines, $17 by, $18 their id, $19 now, $20 what it becomes when it was scanned.
    public const string Insert = """
        insert into uploads (id, state, file_name, bytes, hash, encoding, delimiter, quote, playbook, on_duplicate, signature, mapping, preview, notices,
                             reason, lines, created_by, created_by_id, created_at, started_at, finished_at, after_scan)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, case when $2 = 'importing' then $19 end,
                case when $2 = 'rejected' then $19 end, $20)
        """;

    // Only what waits for its mapping, as it was read. $1 id, $2 state, $3 encoding, $4 delimiter, $5 quote, $6 playbook, $7 duplicates, $8 mapping,
    // $9 preview, $10 now, $11 version.
    public const string Map = """
        update uploads set state = $2, encoding = $3, delimiter = $4, quote = $5, playbook = $6, on_duplicate = $7, mapping = $8, preview = $9,
            started_at = case when $2 = 'importing' then $10 end
        where id = $1 and state = 'mapping' and xmin = $11
        """;

    // $1 signature, $2 playbook, $3 mapping, $4 now.
    public const string Remember = """
        insert into upload_mappings (signature, playbook, mapping, used_at) values ($1, $2, $3, $4)
        on conflict (signature) do update set playbook = excluded.playbook, mapping = excluded.mapping, used_at = excluded.used_at
        """;

    // $1 signature.
    public const string Remembered = "select playbook, mapping from upload_mappings where signature = $1";

    // $1 hash, $2 this upload.
    public const string Before = "select file_name, created_at from uploads where hash = $1 and id <> $2 and state = 'done' order by created_at desc limit 1";

    public const string Columns = """
        u.id, u.state, u.file_name, u.bytes, u.encoding, u.delimiter, u.quote, u.playbook, u.on_duplicate, u.signature, u.mapping, u.preview, u.notices, u.reason,
        u.lines, u.records, u.rows_read, u.rows_ok, u.rows_rejected, u.rows_skipped, u.duplicates, u.created_by, u.created_by_id, u.created_at, u.started_at,
        u.progressed_at, u.finished_at, u.xmin, u.after_scan
        """;

    // $1 id.
    public const string Find = $"select {Columns} from uploads u where u.id = $1";

    // $1 most.
    public const string Newest = $"select {Columns} from uploads u order by u.created_at desc, u.id desc limit $1";

    // $1 id, $2 most.
    public const string Errors = "select line, name, reason from upload_errors where upload_id = $1 order by line, place limit $2";

    // $1 id, $2 after this line, $3 most.
    public const string Duplicates = """
        select d.line, d.lead_id, d.matched_by, d.in_file, l.name from upload_duplicates d left join leads l on l.id = d.lead_id
        where d.upload_id = $1 and d.line > $2 order by d.line limit $3
        """;

    // $1 id, $2 now.
    public const string Cancel = "update uploads set state = 'cancelled', finished_at = $2 where id = $1 and state in ('unscanned', 'mapping', 'importing')";

    // Goes on behind what is stored. $1 id, $2 now.
    public const string Resume = """
        update uploads set state = 'importing', reason = null, failures = 0, finished_at = null, started_at = coalesce(started_at, $2)
        where id = $1 and state in ('cancelled', 'failed') and after_scan is null and mapping <> '[]' and exists (select from upload_pieces p where p.upload_id = id)
        """;

    public const string Unscanned = "select id from uploads where state = 'unscanned' order by created_at";

    // $1 id, $2 now.
    public const string Scanned = """
        update uploads set state = after_scan, after_scan = null, started_at = case when after_scan = 'importing' then $2 end
        where id = $1 and state = 'unscanned'
        """;

    // Nothing of the file is kept. $1 id, $2 reason, $3 now.
    public const string Refused = """
        with refused as (
            update uploads set state = 'rejected', reason = $2, after_scan = null, mapping = '[]', preview = '[]', finished_at = $3
            where id = $1 and state = 'unscanned' returning id)
        delete from upload_pieces p using refused r where p.upload_id = r.id
        """;

    public const string Importing = "select id from uploads where state = 'importing' order by created_at";

    // Whoever imports holds this lock; it ends with the connection, however that ends. $1 id.
    public const string Lock = "select pg_try_advisory_lock(4715, hashtext($1::text))";

    // $1 id.
    public const string Unlock = "select pg_advisory_unlock(4715, hashtext($1::text))";

    // $1 id, $2 reason, $3 tries, $4 now.
    public const string Fail = """
        update uploads set failures = failures + 1, state = case when failures + 1 >= $3 then 'failed' else state end,
            reason = case when failures + 1 >= $3 then $2 end, finished_at = case when failures + 1 >= $3 then $4 end
        where id = $1 and state = 'importing'
        """;

    // Nothing but the import's own progress writes these. No row comes back where it was cancelled. $1 id, $2 records, $3 read, $4 ok, $5 rejected,
    // $6 skipped, $7 duplicates, $8 now.
    public const string Progress = """
        update uploads set records = $2, rows_read = rows_read + $3, rows_ok = rows_ok + $4, rows_rejected = rows_rejected + $5,
            rows_skipped = rows_skipped + $6, duplicates = duplicates + $7, failures = 0, progressed_at = $8
        where id = $1 and state = 'importing' and records <= $2
        returning rows_read
        """;

    // The file is not needed any more. $1 id, $2 now.
    public const string Finish = """
        with done as (
            update uploads set state = case when rows_ok = 0 and rows_skipped = 0 and rows_rejected > 0 then 'rejected' else 'done' end,
                reason = case when rows_ok = 0 and rows_skipped = 0 and rows_rejected > 0 then 'No row could be read as a lead. Look at the errors, or at the mapping.' end,
                finished_at = $2, progressed_at = $2
            where id = $1 and state = 'importing' returning id)
        delete from upload_pieces p using done d where p.upload_id = d.id
        """;

    // Files that nobody went on with. $1 before.
    public const string Forget = """
        delete from upload_pieces p using uploads u
        where u.id = p.upload_id and u.state not in ('importing', 'unscanned') and coalesce(u.finished_at, u.created_at) < $1
        """;
}
