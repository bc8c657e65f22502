using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Core.Access;

/// <summary>Codes of RFC 6238 as authenticator apps make them: SHA-1, six digits, thirty seconds.</summary>
public static class Totp
{
    /// <summary>Bytes of a new secret, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a step.</summary>
    /// <param name="digits">From 1 to 8.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        // RFC 6238 with SHA-1 is what apps understand; as a keyed hash it is not broken.
#pragma warning disable CA5350
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[19] & 15)..]) & 0x7fff_ffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Which thirty seconds a time is in.</summary>
    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step that a code is right for, one before and one after included, because clocks differ; null when it is wrong.</summary>
    public static long? Check(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        long? right = null;
        var shown = Encoding.UTF8.GetBytes(code);
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), shown))
                right = step;
        return right;
    }

    /// <summary>A secret as people type it.</summary>
    public static string ToBase32(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var part in secret)
        {
            bits = (bits << 8) | part;
            for (held += 8; held >= 5; held -= 5)
                text.Append(Base32[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }

        if (held > 0)
            text.Append(Base32[(bits << (5 - held)) & 31]);
        return text.ToString();
    }

    /// <summary>What an app reads from the square code.</summary>
    public static string Uri(string account, string secret) =>
        $"otpauth://totp/LeadHeat:{System.Uri.EscapeDataString(account)}?secret={secret}&issuer=LeadHeat&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
