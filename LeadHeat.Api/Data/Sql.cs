using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Data;

/// <summary>Plain SQL in batches, for the paths where one round trip has to do: $1, $2 … in the order of the parameters.</summary>
internal static class Sql
{
    /// <summary>First in a batch: its commit does not wait for the disk.</summary>
    public const string NeedNotLast = "select set_config('synchronous_commit', 'off', true)";

    public static NpgsqlBatch Then(this NpgsqlBatch batch, string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
        return batch;
    }

    public static NpgsqlParameter Of(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };
    public static NpgsqlParameter Of(Guid? value) => value is { } known ? Of(known) : Null(NpgsqlDbType.Uuid);
    public static NpgsqlParameter Of(Guid[] values) =>
        new NpgsqlParameter<Guid[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    public static NpgsqlParameter Of(int value) => new NpgsqlParameter<int> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };
    public static NpgsqlParameter Of(int? value) => value is { } known ? Of(known) : Null(NpgsqlDbType.Integer);
    public static NpgsqlParameter Of(double value) => new NpgsqlParameter<double> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Double };
    public static NpgsqlParameter Of(bool value) => new NpgsqlParameter<bool> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Boolean };
    public static NpgsqlParameter Of(bool? value) => value is { } known ? Of(known) : Null(NpgsqlDbType.Boolean);
    public static NpgsqlParameter Of(decimal? value) => value is { } known
        ? new NpgsqlParameter<decimal> { TypedValue = known, NpgsqlDbType = NpgsqlDbType.Numeric }
        : Null(NpgsqlDbType.Numeric);

    public static NpgsqlParameter Of(string? value) => value is null
        ? Null(NpgsqlDbType.Text)
        : new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Of(string[] values) =>
        new NpgsqlParameter<string[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter Of(bool[] values) =>
        new NpgsqlParameter<bool[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean };

    public static NpgsqlParameter Of(long[] values) =>
        new NpgsqlParameter<long[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    /// <summary>Texts of which some are null.</summary>
    public static NpgsqlParameter Texts(string?[] values) =>
        new NpgsqlParameter<string?[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter NoTexts() => Null(NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Of(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };
    public static NpgsqlParameter Of(long? value) => value is { } known ? Of(known) : Null(NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(DateTimeOffset value) =>
        new NpgsqlParameter<DateTimeOffset> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Of(DateTimeOffset? value) => value is { } known ? Of(known) : Null(NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Bytes(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter Of(byte[][] values) =>
        new NpgsqlParameter<byte[][]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    public static NpgsqlParameter BytesOrNull(byte[]? value) => value is null ? Null(NpgsqlDbType.Bytea) : Bytes(value);

    public static NpgsqlParameter Json<T>(T value, JsonTypeInfo<T> type) =>
        new NpgsqlParameter<byte[]> { TypedValue = JsonSerializer.SerializeToUtf8Bytes(value, type), NpgsqlDbType = NpgsqlDbType.Jsonb };

    /// <summary>For columns of the type json, which keep what is written.</summary>
    public static NpgsqlParameter JsonText<T>(T value, JsonTypeInfo<T> type) =>
        new NpgsqlParameter<byte[]> { TypedValue = JsonSerializer.SerializeToUtf8Bytes(value, type), NpgsqlDbType = NpgsqlDbType.Json };

    public static NpgsqlParameter JsonText(string json) => new NpgsqlParameter<string> { TypedValue = json, NpgsqlDbType = NpgsqlDbType.Json };

    public static NpgsqlParameter NoJson() => Null(NpgsqlDbType.Jsonb);

    /// <summary>One column of many rows, for unnest.</summary>
    public static NpgsqlParameter Column<TRow, T>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, T> value) =>
        new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>The same, of JSON.</summary>
    public static NpgsqlParameter JsonColumn<TRow, T>(
        IReadOnlyList<TRow> rows, JsonTypeInfo<T> type, Func<TRow, T> value, NpgsqlDbType column = NpgsqlDbType.Jsonb) =>
        Column(rows, column, row => JsonSerializer.SerializeToUtf8Bytes(value(row), type));

    private static NpgsqlParameter Null(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };
}
