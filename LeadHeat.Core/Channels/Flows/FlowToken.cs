using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>
/// What ties a filled-in flow to the lead that it was sent to and to the fields that it asked for, as <c>flow_token</c>. WhatsApp does not
/// say which flow an answer is of, and whoever answers could change the token: so it is signed.
/// </summary>
/// <param name="LeadId">Who it was sent to; null for a flow that is opened from an ad or a link, by anybody.</param>
/// <param name="Playbook">Whose fields the answers are.</param>
/// <param name="Version">Of the flow's questions, from 1.</param>
public sealed record FlowToken(Guid? LeadId, string Playbook, int Version)
{
    /// <summary>Of the questions that <see cref="FlowScreens"/> asks.</summary>
    public const int CurrentVersion = 1;

    private const string Prefix = "lh1";
    private const string Anybody = "any";
    private const int SignatureBytes = 16;
    private const int Longest = 300;

    /// <summary><c>lh1.{lead or any}.{playbook}-v{version}.{signature}</c>: letters, digits, dots and hyphens only.</summary>
    /// <param name="secret">Meta's app secret; a key for this use alone is made of it.</param>
    public string Sign(string secret)
    {
        var content = $"{Prefix}.{LeadId?.ToString("N") ?? Anybody}.{Playbook}-v{Version.ToString(CultureInfo.InvariantCulture)}";
        return $"{content}.{SignatureOf(content, secret)}";
    }

    /// <summary>The same by the first of these secrets that has signed it.</summary>
    public static FlowToken? Read(string? text, IEnumerable<string> secrets) => secrets.Select(secret => Read(text, secret)).FirstOrDefault(token => token is not null);

    /// <summary>Null where it is none of ours: not signed with this secret, or changed.</summary>
    public static FlowToken? Read(string? text, string secret)
    {
        if (text is null or { Length: > Longest } || secret.Length == 0 || !text.Contains('.', StringComparison.Ordinal))
            return null;
        var end = text.LastIndexOf('.');
        var content = text[..end];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(SignatureOf(content, secret)), Encoding.UTF8.GetBytes(text[(end + 1)..])))
            return null;
        return content.Split('.') is [Prefix, var lead, var flow] && flow.LastIndexOf("-v", StringComparison.Ordinal) is var mark and > 0
            && int.TryParse(flow.AsSpan(mark + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(Guid.TryParseExact(lead, "N", out var id) ? id : null, flow[..mark], version)
            : null;
    }

    private static string SignatureOf(string content, string secret)
    {
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "leadheat flow token"u8);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)).AsSpan(0, SignatureBytes));
    }
}
