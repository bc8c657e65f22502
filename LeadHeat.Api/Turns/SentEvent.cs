using System.Text.Json;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Turns;

/// <summary>
/// A turn's event as it passes through: its data stays the JSON that it came as, because most events are only handed on.
/// <c>{"turnId":"…","id":100002,"kind":"delta","step":null,"tool":null,"delta":{"text":"Hi"}, …}</c>
/// </summary>
internal readonly record struct SentEvent(Guid TurnId, long Id, TurnEventKind Kind, ReadOnlyMemory<byte> Data)
{
    private static readonly (TurnEventKind Kind, byte[] Member)[] Members =
        [.. Enum.GetValues<TurnEventKind>().Select(kind => (kind, System.Text.Encoding.UTF8.GetBytes(Words.Of(kind))))];

    public bool IsLast => Kind is TurnEventKind.Done or TurnEventKind.Error;

    public static SentEvent Of(TurnEvent told)
    {
        List<SentEvent> events = [];
        ReadAll(JsonSerializer.SerializeToUtf8Bytes(told, LeadHeatJson.Default.TurnEvent), events);
        return events[0];
    }

    /// <summary>Reads one event, or an array of them.</summary>
    /// <exception cref="JsonException">It is no JSON, or an event has no id, kind or data.</exception>
    public static void ReadAll(ReadOnlyMemory<byte> json, List<SentEvent> events)
    {
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                events.Add(ReadOne(ref reader, json));
        }
    }

    private static SentEvent ReadOne(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        Guid turnId = default;
        long id = 0;
        TurnEventKind? kind = null;
        ReadOnlyMemory<byte> data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("turnId"u8))
                turnId = reader.Read() ? reader.GetGuid() : default;
            else if (reader.ValueTextEquals("id"u8))
                id = reader.Read() ? reader.GetInt64() : 0;
            else if (reader.ValueTextEquals("kind"u8))
                kind = reader.Read() ? KindOf(ref reader) : null;
            else
                data = ReadData(ref reader, json) ?? data;
        }

        return kind is { } known && id > 0 && !data.IsEmpty
            ? new(turnId, id, known, data)
            : throw new JsonException("An event needs id, kind and data.");
    }

    // Only the member of its kind is set; the others are null.
    private static ReadOnlyMemory<byte>? ReadData(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static TurnEventKind? KindOf(ref Utf8JsonReader reader)
    {
        foreach (var (kind, member) in Members)
        {
            if (reader.ValueTextEquals(member))
                return kind;
        }

        return null;
    }
}
