using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Api;

/// <summary>A script of Redis, and the name that Redis keeps it under.</summary>
internal sealed class RedisScript(string text)
{
    public string Text { get; } = text;

    // SHA-1 is how Redis names scripts; nothing is secured by it.
#pragma warning disable CA5350
    public string Name { get; } = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
