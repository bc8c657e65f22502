using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Web.Shell;

/// <summary>
/// What somebody looks for as it stands in a page's address: sealed. It may be a name, an address or a number, and addresses are kept by browsers, proxies
/// and logs. Links, the way back and loading a page again work all the same, for whoever is signed in.
/// </summary>
public sealed class SearchWords(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("LeadHeat.Web.SearchWords");
    private (string Text, string Sealed)? _last;

    /// <summary>The same words are sealed alike as long as no others come between, so that an address stays what it is.</summary>
    public string? Seal(string? text)
    {
        if (text is null)
            return null;
        if (_last?.Text != text)
            _last = (text, _seal.Protect(text));
        return _last.Value.Sealed;
    }

    /// <summary>Null where it was not sealed here, or with a key that is gone: then nothing is looked for.</summary>
    public string? Open(string? @sealed)
    {
        if (string.IsNullOrEmpty(@sealed))
            return null;
        try
        {
            var text = _seal.Unprotect(@sealed);
            _last = (text, @sealed);
            return text;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
