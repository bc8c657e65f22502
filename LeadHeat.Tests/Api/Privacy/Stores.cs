using System.IO.Compression;
using System.Text;
using LeadHeat.Api.Privacy;
using LeadHeat.Tests.AppHost;
using Npgsql;
using StackExchange.Redis;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>Everything that a running app keeps, as text: whatever is packed or sealed is opened.</summary>
internal static class Stores
{
    /// <summary>Where one of these words stands.</summary>
    public static async Task<List<string>> FindAsync(RunningApp app, params string[] words)
    {
        List<string> places = [];
        void Look(string place, string text) => places.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{word} in {place}"));
        await foreach (var (place, text) in PostgresAsync(app))
            Look(place, text);
        await foreach (var (place, text) in RedisAsync(app))
            Look(place, text);
        foreach (var (place, text) in Files(app))
            Look(place, text);
        return places;
    }

    /// <summary>All tables there are, by the database's own list.</summary>
    public static async Task<List<string>> TablesAsync(RunningApp app)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        await using var command = source.CreateCommand(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p', 'm') order by 1");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    private static async IAsyncEnumerable<(string Place, string Text)> PostgresAsync(RunningApp app)
    {
        using var keys = new SealedFields(Path.Combine(app.Data, "keys", "api"));
        await using var source = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        foreach (var table in await TablesAsync(app))
        {
            await using var command = source.CreateCommand($"select * from \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (await reader.IsDBNullAsync(column))
                        continue;
                    foreach (var text in reader.GetFieldType(column) == typeof(byte[]) ? Opened(reader.GetFieldValue<byte[]>(column), keys) : [TextOf(reader.GetValue(column))])
                        yield return ($"{table}.{reader.GetName(column)}", text);
                }
            }
        }
    }

    private static string TextOf(object value) => value is Array items ? string.Join(' ', items.Cast<object>()) : value.ToString() ?? "";

    // UTF-16 is ASCII with zeros between.
    private static IEnumerable<string> Opened(byte[] stored, SealedFields keys)
    {
        var plain = keys.Open(stored);
        yield return Encoding.UTF8.GetString(plain);
        yield return Encoding.UTF8.GetString([.. plain.Where(one => one != 0)]);
        if (Unpacked(plain, stream => new BrotliStream(stream, CompressionMode.Decompress)) is { } brotli)
            yield return brotli;
        if (Unpacked(plain, stream => new GZipStream(stream, CompressionMode.Decompress)) is { } gzip)
            yield return gzip;
        if (Unpacked(plain, stream => new DeflateStream(stream, CompressionMode.Decompress)) is { } deflated)
            yield return deflated;
    }

    private static string? Unpacked(byte[] bytes, Func<Stream, Stream> open)
    {
        try
        {
            using var stream = open(new MemoryStream(bytes));
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        catch (Exception other) when (other is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<(string Place, string Text)> RedisAsync(RunningApp app)
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(app.ConnectionString("redis") + ",allowAdmin=true");
        var database = redis.GetDatabase();
        // Nothing here may wait for an answer: it may be the very thread that brings it.
        foreach (var key in Flat(await database.ExecuteAsync("KEYS", "*")))
        {
            yield return ("a key of Redis", key);
            var all = (string?)await database.ExecuteAsync("TYPE", key) switch
            {
                "string" => await database.ExecuteAsync("GET", key),
                "list" => await database.ExecuteAsync("LRANGE", key, "0", "-1"),
                "set" => await database.ExecuteAsync("SMEMBERS", key),
                "zset" => await database.ExecuteAsync("ZRANGE", key, "0", "-1"),
                "hash" => await database.ExecuteAsync("HGETALL", key),
                "stream" => await database.ExecuteAsync("XRANGE", key, "-", "+"),
                // What counts requests goes by itself, also while this is read.
                "none" => null,
                var other => throw new InvalidOperationException($"{key} is {other}: say how it is read."),
            };
            if (all is not null)
                yield return ($"Redis, {key}", string.Join(' ', Flat(all)));
        }
    }

    // This client's version does not say what an answer is.
    private static IEnumerable<string> Flat(RedisResult result)
    {
        if (result.IsNull)
            return [];
        try
        {
            return ((RedisResult[])result!).SelectMany(Flat).ToArray();
        }
        catch (InvalidCastException)
        {
            return [result.ToString()!];
        }
    }

    // The stores' own files are read through the stores.
    private static IEnumerable<(string Place, string Text)> Files(RunningApp app)
    {
        string[] stores = [Path.Combine(app.Data, "postgres"), Path.Combine(app.Data, "redis")];
        foreach (var file in Directory.EnumerateFiles(app.Data, "*", SearchOption.AllDirectories))
        {
            // The run's lock is empty, and nobody else may open it.
            if (Path.GetFileName(file) == "lock" || Array.Exists(stores, store => file.StartsWith(store + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
                continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            yield return (Path.GetRelativePath(app.Data, file), reader.ReadToEnd());
        }
    }
}
