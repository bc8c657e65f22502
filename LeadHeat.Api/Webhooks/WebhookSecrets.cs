using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Api.Webhooks;

/// <summary>Secrets that sign deliveries: shown once, and stored sealed.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const int SecretBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("webhooks");

    public static string New() => "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public byte[] Seal(string secret) => _protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>Null where the key that sealed it is lost.</summary>
    public string? OpenOrNull(byte[] sealedSecret)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
