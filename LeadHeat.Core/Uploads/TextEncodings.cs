using System.Text;

namespace LeadHeat.Core.Uploads;

/// <summary>The encodings that files come in, by name.</summary>
public static class TextEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Utf16BigEndian = "utf-16be";
    public const string Windows1252 = "windows-1252";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [Utf8, Utf16, Utf16BigEndian, Windows1252];

    /// <summary>The encoding of a name; bytes that mean nothing in it become U+FFFD.</summary>
    public static Encoding Of(string name) => name switch
    {
        Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => new UTF8Encoding(false),
    };
}
