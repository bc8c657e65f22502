using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>
/// AES-128-GCM with the 16-byte initial vectors of WhatsApp Flows (wire-formats.md, 7). The framework's own takes 12 bytes only, and
/// derives the first counter in another way from them; all else is NIST SP 800-38D, on the framework's AES.
/// </summary>
public sealed class FlowCipher : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 16;

    /// <summary>Bytes of an initial vector.</summary>
    public const int VectorLength = 16;

    private const int Block = 16;
    private const int TagLength = 16;

    private readonly Aes _aes;
    private readonly UInt128 _hashKey;

    /// <param name="key"><see cref="KeyLength"/> bytes.</param>
    public FlowCipher(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength);
        _aes = Aes.Create();
        _aes.Key = key;
        Span<byte> zero = stackalloc byte[Block];
        zero.Clear();
        _hashKey = Encrypted(zero);
    }

    /// <summary>The cipher text with the tag behind it.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> text, ReadOnlySpan<byte> vector)
    {
        var sealedText = new byte[text.Length + TagLength];
        var first = FirstCounter(vector);
        Count(text, sealedText, first);
        Tag(sealedText.AsSpan(0, text.Length), first, sealedText.AsSpan(text.Length));
        return sealedText;
    }

    /// <summary>The text; null where the tag is not right: another key or vector, or changed on its way.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> sealedText, ReadOnlySpan<byte> vector)
    {
        if (sealedText.Length < TagLength)
            return null;
        var cipher = sealedText[..^TagLength];
        var first = FirstCounter(vector);
        Span<byte> right = stackalloc byte[TagLength];
        Tag(cipher, first, right);
        if (!CryptographicOperations.FixedTimeEquals(right, sealedText[^TagLength..]))
            return null;
        var text = new byte[cipher.Length];
        Count(cipher, text, first);
        return text;
    }

    /// <summary>The vector of the answer: every bit turned over.</summary>
    public static byte[] Inverted(ReadOnlySpan<byte> vector)
    {
        var inverted = new byte[vector.Length];
        for (var i = 0; i < vector.Length; i++)
            inverted[i] = (byte)~vector[i];
        return inverted;
    }

    public void Dispose() => _aes.Dispose();

    // Of any length but 12 bytes: the hash of the vector and its length.
    private UInt128 FirstCounter(ReadOnlySpan<byte> vector)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, VectorLength);
        return Hashed(vector, lengths: VectorLength * 8);
    }

    private void Tag(ReadOnlySpan<byte> cipher, UInt128 first, Span<byte> tag)
    {
        Span<byte> block = stackalloc byte[Block];
        BinaryPrimitives.WriteUInt128BigEndian(block, first);
        BinaryPrimitives.WriteUInt128BigEndian(tag, Hashed(cipher, (ulong)cipher.Length * 8) ^ Encrypted(block));
    }

    private UInt128 Hashed(ReadOnlySpan<byte> bytes, ulong lengths)
    {
        UInt128 hash = 0;
        Span<byte> padded = stackalloc byte[Block];
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Block, bytes.Length)..])
        {
            padded.Clear();
            bytes[..Math.Min(Block, bytes.Length)].CopyTo(padded);
            hash = Multiply(hash ^ BinaryPrimitives.ReadUInt128BigEndian(padded), _hashKey);
        }

        return Multiply(hash ^ lengths, _hashKey);
    }

    private void Count(ReadOnlySpan<byte> from, Span<byte> to, UInt128 first)
    {
        Span<byte> block = stackalloc byte[Block];
        Span<byte> stream = stackalloc byte[Block];
        for (var (start, low) = (0, (uint)first + 1); start < from.Length; start += Block, low++)
        {
            // Only the last 32 bits count, and they wrap around.
            BinaryPrimitives.WriteUInt128BigEndian(block, (first & ~(UInt128)uint.MaxValue) | low);
            _aes.EncryptEcb(block, stream, PaddingMode.None);
            for (var i = start; i < Math.Min(start + Block, from.Length); i++)
                to[i] = (byte)(from[i] ^ stream[i - start]);
        }
    }

    private UInt128 Encrypted(ReadOnlySpan<byte> block)
    {
        Span<byte> encrypted = stackalloc byte[Block];
        _aes.EncryptEcb(block, encrypted, PaddingMode.None);
        return BinaryPrimitives.ReadUInt128BigEndian(encrypted);
    }

    // In the field of 2^128 elements, bits written from the left, without a branch on a secret.
    private static UInt128 Multiply(UInt128 x, UInt128 y)
    {
        var reduction = new UInt128(0xE100_0000_0000_0000, 0);
        UInt128 product = 0;
        for (var bit = 127; bit >= 0; bit--)
        {
            product ^= y & (UInt128.Zero - ((x >> bit) & 1));
            y = (y >> 1) ^ (reduction & (UInt128.Zero - (y & 1)));
        }

        return product;
    }
}
