using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Records;

/// <summary>A record as it travels and is stored: JSON, compressed, for nobody looks into it but by opening the turn.</summary>
public static class RecordPacking
{
    // The fastest that still finds what repeats: units and facts stand in a record several times.
    private const int Quality = 1;
    private const int Window = 16;

    /// <summary>Packs a record.</summary>
    public static byte[] Pack(TurnRecord record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, LeadHeatJson.Default.TurnRecord);
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, buffer, out var written, Quality, Window)
                ? buffer[..written]
                : throw new InvalidOperationException("The record could not be compressed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Unpacks what <see cref="Pack"/> made.</summary>
    /// <exception cref="JsonException">It is no record.</exception>
    /// <exception cref="InvalidDataException">It is not compressed as records are.</exception>
    public static TurnRecord Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(stream, LeadHeatJson.Default.TurnRecord) ?? throw new JsonException("The record is empty.");
    }

    /// <summary>The mood of a packed record's message alone: many records are asked for nothing else.</summary>
    /// <exception cref="JsonException">It is no record.</exception>
    /// <exception cref="InvalidDataException">It is not compressed as records are.</exception>
    public static string SentimentOf(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var record = JsonDocument.Parse(stream);
        return record.RootElement.TryGetProperty("understood", out var understood) && understood.TryGetProperty("sentiment", out var sentiment)
            && sentiment.GetString() is { } word ? word : throw new JsonException("The record says no mood.");
    }
}
