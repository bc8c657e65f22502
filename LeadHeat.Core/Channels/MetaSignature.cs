using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>What a delivery's signature said.</summary>
[JsonConverter(typeof(WireEnumConverter<SignatureVerdict>))]
public enum SignatureVerdict
{
    /// <summary>Made with our secret over exactly these bytes.</summary>
    Good,

    /// <summary>No <c>X-Hub-Signature-256</c> header.</summary>
    Missing,

    /// <summary>Only signed with SHA-1, as Meta does beside it; that is not taken for a proof.</summary>
    Sha1,

    /// <summary>The header is not <c>sha256=</c> and 64 hexadecimal digits.</summary>
    Malformed,

    /// <summary>Made with another secret, or over other bytes.</summary>
    Wrong,

    /// <summary>There is no secret to compare it with.</summary>
    NoSecret,
}

/// <summary>
/// Meta's signature of a webhook: <c>X-Hub-Signature-256: sha256=</c> and HMAC-SHA256 of the raw bytes, keyed with the app secret,
/// and never of parsed and re-written JSON: that differs in spaces and escapes.
/// </summary>
public static class MetaSignature
{
    /// <summary>The name of the header.</summary>
    public const string Header = "X-Hub-Signature-256";

    /// <summary>The header of the signature in the old way.</summary>
    public const string OldHeader = "X-Hub-Signature";

    private const string Scheme = "sha256=";
    private const string OldScheme = "sha1=";

    /// <summary>The header's value for a body.</summary>
    public static string Of(ReadOnlySpan<byte> body, string secret) =>
        Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Tells one secret from another, and nothing else of it.</summary>
    public static string MarkOf(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "which secret"u8))[..8];

    /// <summary>Compares in constant time.</summary>
    /// <param name="header">The header as received; null when it is missing.</param>
    /// <param name="oldHeader">The one of the old way; it only tells what is wrong.</param>
    /// <param name="secret">Where it is empty nothing is good, whatever it was made with.</param>
    public static SignatureVerdict Check(ReadOnlySpan<byte> body, string? header, string? oldHeader, string secret)
    {
        if ((header ?? oldHeader)?.StartsWith(OldScheme, StringComparison.Ordinal) == true)
            return SignatureVerdict.Sha1;
        if (header is null)
            return SignatureVerdict.Missing;
        Span<byte> said = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header.Length != Scheme.Length + (2 * said.Length)
            || !header.StartsWith(Scheme, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Scheme.Length), said, out _, out _) != System.Buffers.OperationStatus.Done)
            return SignatureVerdict.Malformed;
        if (secret.Length == 0)
            return SignatureVerdict.NoSecret;
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, right);
        return CryptographicOperations.FixedTimeEquals(said, right) ? SignatureVerdict.Good : SignatureVerdict.Wrong;
    }
}
