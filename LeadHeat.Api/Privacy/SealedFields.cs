using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LeadHeat.Api.Privacy;

/// <summary>
/// Encrypts what the database shall not be readable without: raw deliveries, deleted people, secrets. The keys lie in the data folder and never in
/// the database, so that neither a dump nor a stolen disk of the database alone gives them away. Each 90 days there is a new key; old ones go on
/// to open what they sealed.
/// </summary>
internal sealed class SealedFields : IDisposable
{
    // What data protection writes before all that it protects. JSON cannot begin like that.
    private static readonly byte[] s_mark = [0x09, 0xF0, 0xC9, 0xF0];

    private readonly ServiceProvider _services;
    private readonly IDataProtector _protector;

    // Without a folder of its own it takes the user's, as data protection itself does.
    public SealedFields(IConfiguration configuration)
        : this(configuration["Keys:Path"] is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "leadheat", "keys"))
    {
    }

    public SealedFields(string folder)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("leadheat").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder, "fields")));
        _services = services.BuildServiceProvider();
        _protector = _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("fields");
    }

    public byte[] Seal(byte[] plain) => _protector.Protect(plain);

    /// <summary>What was stored before there was encryption is given back as it is.</summary>
    public byte[] Open(byte[] stored) => stored.AsSpan().StartsWith(s_mark) ? _protector.Unprotect(stored) : stored;

    /// <summary>Null where the key that sealed it is lost, or the bytes are damaged.</summary>
    public byte[]? TryOpen(byte[] stored)
    {
        try
        {
            return Open(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Makes the first key before anybody needs one, so that Apis that start together do not make one each.</summary>
    public void EnsureKey() => Open(Seal([]));

    /// <summary>A new key from now on.</summary>
    public void Rotate(DateTimeOffset now) => _services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));

    public void Dispose() => _services.Dispose();
}
