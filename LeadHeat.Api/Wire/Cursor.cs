using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace LeadHeat.Api.Wire;

/// <summary>
/// Where a page ended: the last row's sort key and id. Opaque to callers, and bound to the list and order it was made for by a
/// check sum, so that a cursor of another order, or one that was changed, is refused instead of skipping rows.
/// </summary>
internal readonly record struct Cursor(long Key, Guid Id)
{
    private const int Size = 8 + 16;
    private const int CheckSize = 4;

    public string Write(string order)
    {
        Span<byte> bytes = stackalloc byte[Size + CheckSize];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Key);
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        Check(bytes[..Size], order).CopyTo(bytes[Size..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static Cursor? ReadOrNull(string text, string order) => TryRead(text, order, out var cursor) ? cursor : null;

    public static bool TryRead(string text, string order, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size + CheckSize];
        if (!Base64Url.IsValid(text, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(text, bytes, out _))
            return false;
        if (!Check(bytes[..Size], order).AsSpan().SequenceEqual(bytes[Size..]))
            return false;
        cursor = new Cursor(BinaryPrimitives.ReadInt64BigEndian(bytes), new Guid(bytes[8..Size], bigEndian: true));
        return true;
    }

    private static byte[] Check(ReadOnlySpan<byte> content, string order)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(order));
        return hash.GetHashAndReset()[..CheckSize];
    }
}
