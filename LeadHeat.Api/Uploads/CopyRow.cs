using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Uploads;

/// <summary>
/// Writes rows of a COPY. It blocks: what it writes is buffered, and at a hundred values a lead an await for each would cost more than the
/// writing.
/// </summary>
internal sealed class CopyRow(NpgsqlBinaryImporter copy)
{
    private static readonly byte[] EmptyList = "[]"u8.ToArray();

    public void Begin() => copy.StartRow();

    public void Write(Guid value) => copy.Write(value, NpgsqlDbType.Uuid);

    public void Write(Guid? value)
    {
        if (value is { } known)
            copy.Write(known, NpgsqlDbType.Uuid);
        else
            copy.WriteNull();
    }

    public void Write(bool value) => copy.Write(value, NpgsqlDbType.Boolean);

    public void Write(bool? value)
    {
        if (value is { } known)
            copy.Write(known, NpgsqlDbType.Boolean);
        else
            copy.WriteNull();
    }

    public void Write(int value) => copy.Write(value, NpgsqlDbType.Integer);

    public void Write(int? value)
    {
        if (value is { } known)
            copy.Write(known, NpgsqlDbType.Integer);
        else
            copy.WriteNull();
    }

    public void Write(decimal? value)
    {
        if (value is { } known)
            copy.Write(known, NpgsqlDbType.Numeric);
        else
            copy.WriteNull();
    }

    public void Write(string? value)
    {
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value, NpgsqlDbType.Text);
    }

    public void Write(string[]? values)
    {
        if (values is null)
            copy.WriteNull();
        else
            copy.Write(values, NpgsqlDbType.Array | NpgsqlDbType.Text);
    }

    public void Write(DateTimeOffset? value)
    {
        if (value is { } known)
            copy.Write(known, NpgsqlDbType.TimestampTz);
        else
            copy.WriteNull();
    }

    public void Write<T>(IReadOnlyList<T> value, JsonTypeInfo<IReadOnlyList<T>> type) =>
        copy.Write(value.Count == 0 ? EmptyList : JsonSerializer.SerializeToUtf8Bytes(value, type), NpgsqlDbType.Jsonb);

    /// <summary>For columns of the type json, which keep what is written.</summary>
    public void WriteText<T>(T value, JsonTypeInfo<T> type) => copy.Write(JsonSerializer.SerializeToUtf8Bytes(value, type), NpgsqlDbType.Json);

    public void WriteJson(string? json)
    {
        if (json is null)
            copy.WriteNull();
        else
            copy.Write(json, NpgsqlDbType.Jsonb);
    }
}
