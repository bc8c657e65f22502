using System.Buffers;
using System.Text;

namespace LeadHeat.Core.Uploads;

/// <summary>
/// Looks at a file's bytes as they come, whatever its size: which encoding it is in, how many lines it has, and whether it is a table at all.
/// </summary>
public sealed class FileSight
{
    /// <summary>A line of more bytes than this is refused.</summary>
    public const int LongestLine = 1024 * 1024;

    // What no text has, but for line ends and tabs.
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(sign => (byte)sign).Where(sign => sign is not (9 or 10 or 12 or 13 or 27))]);

    private readonly byte[] _head = new byte[4];
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;
    private long _characters;
    private long _strange;
    private long _controls;
    private long _evenZeros;
    private long _oddZeros;
    private long _line;

    /// <summary>How many bytes came.</summary>
    public long Length { get; private set; }

    /// <summary>How many line feeds, or carriage returns where there are none.</summary>
    public long Lines => Math.Max(_lineFeeds, _lineFeeds == 0 ? _returns : 0);

    private long _lineFeeds;
    private long _returns;

    /// <summary>Why this is no table, in a sentence; null as long as it may be one. It may be asked at any time.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The encoding, once all bytes came.</summary>
    public string Encoding => this switch
    {
        { _head: [0xEF, 0xBB, 0xBF, ..] } => TextEncodings.Utf8,
        { _head: [0xFF, 0xFE, ..] } => TextEncodings.Utf16,
        { _head: [0xFE, 0xFF, ..] } => TextEncodings.Utf16BigEndian,
        { IsWide: true } => _oddZeros > _evenZeros ? TextEncodings.Utf16 : TextEncodings.Utf16BigEndian,
        // A few broken bytes in much that is right are damage; where hardly anything is right, it is another encoding.
        _ => _strange == 0 || _characters > 4 * _strange ? TextEncodings.Utf8 : TextEncodings.Windows1252,
    };

    // Latin letters in UTF-16 have a zero at every second place.
    private bool IsWide => Math.Max(_evenZeros, _oddZeros) > Length / 5;

    private bool HasWideMark => _head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The next bytes.</summary>
    public void See(ReadOnlySpan<byte> bytes)
    {
        if (Length < _head.Length)
            bytes[..Math.Min(bytes.Length, _head.Length - (int)Length)].CopyTo(_head.AsSpan((int)Length));
        CountControls(bytes);
        CountLines(bytes);
        CountCharacters(bytes);
        Length += bytes.Length;
        Refusal ??= WhatIsWrong();
    }

    private string? WhatIsWrong() => _head switch
    {
        [0x50, 0x4B, 3, 4] => "This is a workbook or an archive, no CSV file. In the spreadsheet choose 'Save as' and then CSV.",
        [0xD0, 0xCF, 0x11, 0xE0] => "This is an old Excel workbook, no CSV file. In the spreadsheet choose 'Save as' and then CSV.",
        [0x25, 0x50, 0x44, 0x46] => "This is a PDF, no CSV file.",
        [0x1F, 0x8B, ..] => "This is a compressed file. Unpack it first.",
        _ when _line > LongestLine => $"A line has more than {LongestLine / 1024 / 1024} MB: that is no table of leads.",
        _ when 50 * _controls > Length && Length >= 64 && !HasWideMark && !IsWide => "This is a binary file, no CSV file.",
        _ => null,
    };

    private void CountControls(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; bytes[at..].IndexOfAny(Controls) is var next and >= 0; at++)
        {
            at += next;
            _controls++;
            if (bytes[at] == 0 && ((Length + at) & 1) == 0)
                _evenZeros++;
            else if (bytes[at] == 0)
                _oddZeros++;
        }
    }

    private void CountLines(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAny((byte)'\n', (byte)'\r') is var at and >= 0)
        {
            if (bytes[at] == '\n')
                _lineFeeds++;
            else
                _returns++;
            if ((_line += at) > LongestLine)
                return;
            _line = 0;
            bytes = bytes[(at + 1)..];
        }
        _line += bytes.Length;
    }

    private void CountCharacters(ReadOnlySpan<byte> bytes)
    {
        // The character that the last bytes ended in the middle of.
        while (_cutLength > 0 && bytes.Length > 0)
        {
            _cut[_cutLength] = bytes[0];
            var status = Rune.DecodeFromUtf8(_cut.AsSpan(0, _cutLength + 1), out _, out var used);
            if (status == OperationStatus.InvalidData)
            {
                Count(status, used);
                _cutLength = 0;
                break;
            }

            _cutLength++;
            bytes = bytes[1..];
            if (status == OperationStatus.NeedMoreData)
                continue;
            Count(status, used);
            _cutLength = 0;
        }

        while (bytes.Length > 0)
        {
            var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0)
                return;
            bytes = bytes[plain..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(_cut);
                _cutLength = bytes.Length;
                return;
            }

            Count(status, used);
            bytes = bytes[used..];
        }
    }

    private void Count(OperationStatus status, int used)
    {
        if (status == OperationStatus.Done)
            _characters++;
        else
            _strange += used;
    }
}
