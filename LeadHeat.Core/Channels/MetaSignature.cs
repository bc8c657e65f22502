using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Core.Channels;

/// <summary>What a delivery's signature said.</summary>
public enum SignatureVerdict
{
    /// <summary>Made with our secret over exactly these bytes.</summary>
    Good,

    /// <summary>No <c>X-Hub-Signature-256</c> header.</summary>
    Missing,

    /// <summary>The header is not <c>sha256=</c> and 64 hexadecimal digits.</summary>
    Malformed,

    /// <summary>Made with another secret, or over other bytes.</summary>
    Wrong,
}

/// <summary>
/// Meta's signature of a webhook: <c>X-Hub-Signature-256: sha256=</c> and HMAC-SHA256 of the raw bytes, keyed with the app secret,
/// and never of parsed and re-written JSON: that differs in spaces and escapes.
/// </summary>
public static class MetaSignature
{
    /// <summary>The name of the header.</summary>
    public const string Header = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";

    /// <summary>The header's value for a body.</summary>
    public static string Of(ReadOnlySpan<byte> body, string secret) =>
        Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Compares in constant time.</summary>
    /// <param name="header">The header as received; null when it is missing.</param>
    public static SignatureVerdict Check(ReadOnlySpan<byte> body, string? header, string secret)
    {
        if (header is null)
            return SignatureVerdict.Missing;
        Span<byte> said = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header.Length != Scheme.Length + (2 * said.Length)
            || !header.StartsWith(Scheme, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Scheme.Length), said, out _, out _) != System.Buffers.OperationStatus.Done)
            return SignatureVerdict.Malformed;
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, right);
        return CryptographicOperations.FixedTimeEquals(said, right) ? SignatureVerdict.Good : SignatureVerdict.Wrong;
    }
}
