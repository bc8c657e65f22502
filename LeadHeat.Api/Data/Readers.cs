using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>Reads what plain SQL answers, by place.</summary>
internal static class Readers
{
    extension(NpgsqlDataReader row)
    {
        public string? TextOrNull(int place) => row.IsDBNull(place) ? null : row.GetString(place);

        public T? ValueOrNull<T>(int place) where T : struct => row.IsDBNull(place) ? null : row.GetFieldValue<T>(place);

        public DateTimeOffset Time(int place) => row.GetFieldValue<DateTimeOffset>(place);

        public T Word<T>(int place) where T : struct, Enum => Words.Parse<T>(row.GetString(place));

        public T? WordOrNull<T>(int place) where T : struct, Enum => row.IsDBNull(place) ? null : Words.Parse<T>(row.GetString(place));

        /// <summary>All rows of the batch's next statement.</summary>
        public async Task<List<T>> NextListAsync<T>(Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        {
            await row.NextResultAsync(cancellationToken);
            List<T> all = [];
            while (await row.ReadAsync(cancellationToken))
                all.Add(read(row));
            return all;
        }

        public T Json<T>(int place, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.GetString(place), type)!;
    }
}
