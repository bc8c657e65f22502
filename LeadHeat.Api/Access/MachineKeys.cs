using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Which role a key has. Digests are compared, in constant time, so that neither length nor prefix can be measured.</summary>
internal sealed class MachineKeys(IOptions<AccessOptions> options)
{
    private readonly byte[] _admin = Digest(options.Value.AdminKey);
    private readonly byte[] _service = Digest(options.Value.ServiceKey);

    public string? RoleOf(string key)
    {
        var shown = Digest(key);
        var isAdmin = CryptographicOperations.FixedTimeEquals(shown, _admin);
        var isService = CryptographicOperations.FixedTimeEquals(shown, _service);
        return isAdmin ? Roles.Admin : isService ? Roles.Service : null;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
