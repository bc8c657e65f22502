using System.Buffers.Binary;

namespace LeadHeat.Web.Chat;

/// <summary>Ids of messages are of version 7: their first 48 bits are milliseconds, so a time is a place in the transcript.</summary>
internal static class MessageTimes
{
    /// <summary>An id that is lower than that of every message of this time or later.</summary>
    public static Guid At(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, time.ToUnixTimeMilliseconds()) << 16);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An id that is lower than this one and than every later one.</summary>
    public static Guid JustBefore(Guid message)
    {
        Span<byte> bytes = stackalloc byte[16];
        message.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        return new Guid(bytes, bigEndian: true);
    }
}
