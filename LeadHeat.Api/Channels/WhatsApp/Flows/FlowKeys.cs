using System.Security.Cryptography;
using System.Text.Json;
using LeadHeat.Core.Channels.Flows;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>The key pair whose public half is entered at Meta: WhatsApp encrypts what people enter in a flow for us alone.</summary>
internal sealed class FlowKeys : IDisposable
{
    private readonly RSA? _key;

    public FlowKeys(IOptions<MetaOptions> meta)
    {
        if (meta.Value.FlowPrivateKey.Length == 0)
            return;
        _key = RSA.Create();
        // One line, as many put it into an environment variable.
        var pem = meta.Value.FlowPrivateKey.Replace("\\n", "\n", StringComparison.Ordinal);
        try
        {
            if (meta.Value.FlowPassphrase.Length > 0)
                _key.ImportFromEncryptedPem(pem, meta.Value.FlowPassphrase);
            else
                _key.ImportFromPem(pem);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new InvalidOperationException("Meta__FlowPrivateKey is no RSA key in PEM, or Meta__FlowPassphrase does not open it.", wrong);
        }
    }

    public bool IsSetUp => _key is not null;

    /// <summary>What Meta has to know, in PEM.</summary>
    public string PublicKey => _key?.ExportSubjectPublicKeyInfoPem() ?? "";

    /// <summary>The request and how to answer it; null where it was not encrypted for this key.</summary>
    public OpenedFlow? Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 4 });
            var root = document.RootElement;
            var (data, vector) = (root.GetProperty("encrypted_flow_data").GetBytesFromBase64(), root.GetProperty("initial_vector").GetBytesFromBase64());
            var key = _key!.Decrypt(root.GetProperty("encrypted_aes_key").GetBytesFromBase64(), RSAEncryptionPadding.OaepSHA256);
            if (key.Length != FlowCipher.KeyLength || vector.Length != FlowCipher.VectorLength)
                return null;
            var cipher = new FlowCipher(key);
            if (cipher.Decrypt(data, vector) is { } text && FlowRequest.Read(text) is { } request)
                return new(request, cipher, FlowCipher.Inverted(vector));
            cipher.Dispose();
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or CryptographicException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => _key?.Dispose();
}

/// <summary>A request that could be read.</summary>
internal sealed record OpenedFlow(FlowRequest Request, FlowCipher Cipher, byte[] Vector) : IDisposable
{
    /// <summary>The answer as WhatsApp takes it: Base64, as plain text.</summary>
    public string Seal(byte[] answer) => Convert.ToBase64String(Cipher.Encrypt(answer, Vector));

    public void Dispose() => Cipher.Dispose();
}
