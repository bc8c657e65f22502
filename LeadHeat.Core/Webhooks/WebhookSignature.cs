using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Core.Webhooks;

/// <summary>
/// How a receiver knows that we sent it, and when: <c>X-LeadHeat-Signature-256: sha256=</c> and HMAC-SHA256 of the timestamp, a dot and
/// the raw body, keyed with the secret. Who checks it refuses timestamps that are minutes old, so that nobody can send it again later.
/// </summary>
public static class WebhookSignature
{
    public const string Header = "X-LeadHeat-Signature-256";

    /// <summary>The same for every attempt at the same delivery: by it a receiver knows what it has.</summary>
    public const string DeliveryHeader = "X-LeadHeat-Delivery";

    /// <summary>Unix seconds of this attempt.</summary>
    public const string TimestampHeader = "X-LeadHeat-Timestamp";

    /// <summary>The header's value.</summary>
    /// <param name="unixSeconds">As <see cref="TimestampHeader"/> says it.</param>
    public static string Of(long unixSeconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(unixSeconds.ToString(CultureInfo.InvariantCulture) + "."));
        hmac.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
