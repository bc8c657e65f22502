using System.Text;

namespace LeadHeat.Api.Privacy;

/// <summary>By what a person is found in bytes that hold others too: files of leads, deliveries.</summary>
/// <param name="Phones">In E.164.</param>
/// <param name="Ids">By what platforms know the person: numbers without a plus, ids.</param>
/// <param name="Events">What platforms sent, by its id there.</param>
internal sealed record PersonWords(IReadOnlyList<string> Emails, IReadOnlyList<string> Phones, IReadOnlyList<string> Ids, IReadOnlyList<string> Events)
{
    // A number in a file may lack its country: its last nine digits are its own.
    private const int OwnDigits = 9;

    /// <summary>Addresses and ids in lower case.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. Emails.Concat(Ids).Concat(Events).Where(word => word.Length > 4).Select(word => word.ToLowerInvariant())];

    /// <summary>The digits that are each number's own.</summary>
    public IReadOnlyList<string> Numbers { get; } =
    [
        .. Phones.Select(phone => string.Concat(phone.Where(char.IsAsciiDigit))).Where(digits => digits.Length >= OwnDigits - 1)
            .Select(digits => digits.Length > OwnDigits ? digits[^OwnDigits..] : digits),
    ];

    public bool AreIn(string text) => AreIn(Encoding.UTF8.GetBytes(text));

    /// <summary>In any encoding that holds ASCII as itself or beside zeros, as UTF-16 does; numbers also with blanks, dots and brackets in them.</summary>
    public bool AreIn(ReadOnlySpan<byte> bytes)
    {
        var (text, digits) = (new byte[bytes.Length], new byte[bytes.Length]);
        var (letters, figures) = (0, 0);
        foreach (var one in bytes)
        {
            if (one == 0)
                continue;
            text[letters++] = one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one;
            if (one is >= (byte)'0' and <= (byte)'9')
                digits[figures++] = one;
            else if (one is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)')' or (byte)'/' or 0xC2 or 0xA0) && figures > 0 && digits[figures - 1] != (byte)'|')
                digits[figures++] = (byte)'|';
        }

        return IsAnyIn(text.AsSpan(0, letters), Texts) || IsAnyIn(digits.AsSpan(0, figures), Numbers);
    }

    private static bool IsAnyIn(ReadOnlySpan<byte> bytes, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (bytes.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
                return true;
        return false;
    }
}
