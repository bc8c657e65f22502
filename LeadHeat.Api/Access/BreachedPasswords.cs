using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace LeadHeat.Api.Access;

/// <summary>
/// Passwords that have come out somewhere, where the installation has a list of them: Have I Been Pwned's, which is one file, each line a SHA-1 in
/// hexadecimal with a count behind it, in their order. It is looked into where it lies, and nobody is asked.
/// </summary>
internal sealed class BreachedPasswords(IOptions<AccessOptions> options)
{
    // 000000005AD76BD555C1D6D771DE417A4B87E4B4:10
    private const int HashLength = 40;
    private const int LongestLine = 64;

    public bool Contains(string password)
    {
        if (options.Value.BreachedPasswords is not { Length: > 0 } path)
            return false;
#pragma warning disable CA5350
        // The list's, not ours: nothing is kept of it.
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = File.OpenHandle(path);
        return Contains(file, Encoding.ASCII.GetBytes(hash));
    }

    private static bool Contains(SafeFileHandle file, ReadOnlySpan<byte> hash)
    {
        var (low, high) = (0L, RandomAccess.GetLength(file));
        Span<byte> found = stackalloc byte[HashLength];
        // The line that is looked for begins at low or after it, and before high.
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = LineFrom(file, middle);
            if (start >= high || RandomAccess.Read(file, found, start) < HashLength)
            {
                high = middle;
                continue;
            }

            var order = found.SequenceCompareTo(hash);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (start + 1, high) : (low, middle);
        }

        return false;
    }

    /// <summary>Where the first line begins that does not begin before this place.</summary>
    private static long LineFrom(SafeFileHandle file, long place)
    {
        if (place == 0)
            return 0;
        Span<byte> bytes = stackalloc byte[LongestLine];
        var read = RandomAccess.Read(file, bytes, place - 1);
        var end = bytes[..read].IndexOf((byte)'\n');
        return end < 0 ? long.MaxValue : place + end;
    }
}
