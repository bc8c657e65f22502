using System.Buffers.Text;
using System.Text;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Says which words are near in meaning to a word. It reads lines <c>rent lease:71 tenant:38 …</c>, sorted by their first word, where they lie:
/// nothing is unpacked, and looking up a word costs a search of the bytes.
/// </summary>
/// <param name="lines">Lines in ASCII as described, with weights from 1 to 100; empty where there are none.</param>
public sealed class Thesaurus(ReadOnlyMemory<byte> lines)
{
    /// <summary>A thesaurus that knows nothing.</summary>
    public static readonly Thesaurus None = new(default);

    internal delegate void Related(ReadOnlySpan<char> word, float weight);

    /// <summary>Tells the words near to a lower-case word, with weights up to 1.</summary>
    internal void Find(ReadOnlySpan<char> word, Related found)
    {
        Span<byte> key = stackalloc byte[40];
        if (lines.IsEmpty || word.Length > 32 || !Ascii.IsValid(word))
            return;
        Encoding.ASCII.GetBytes(word, key);
        foreach (var (cut, add) in Forms)
        {
            var length = word.Length - cut.Length;
            if (length < 2 || !word.EndsWith(cut))
                continue;
            Encoding.ASCII.GetBytes(add, key[length..]);
            if (Line(key[..(length + add.Length)]) is { IsEmpty: false } line)
            {
                Tell(line, found);
                return;
            }

            Encoding.ASCII.GetBytes(word, key);
        }
    }

    // Endings and what stands in the dictionary instead, the likelier first.
    private static readonly (string Cut, string Add)[] Forms =
        [("", ""), ("s", ""), ("ies", "y"), ("es", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("er", ""), ("er", "e"), ("ly", "")];

    private ReadOnlySpan<byte> Line(ReadOnlySpan<byte> word)
    {
        var all = lines.Span;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = all[..middle].LastIndexOf((byte)'\n') + 1;
            var length = all[start..].IndexOf((byte)'\n');
            var line = length < 0 ? all[start..] : all.Slice(start, length);
            var space = line.IndexOf((byte)' ');
            var order = word.SequenceCompareTo(space < 0 ? line : line[..space]);
            if (order == 0)
                return space < 0 ? default : line[(space + 1)..];
            if (order < 0)
                high = start;
            else
                low = Math.Min(high, start + line.Length + 1);
        }

        return default;
    }

    private static void Tell(ReadOnlySpan<byte> line, Related found)
    {
        Span<char> word = stackalloc char[40];
        foreach (var range in line.Split((byte)' '))
        {
            var part = line[range];
            var colon = part.IndexOf((byte)':');
            if (colon is < 1 or > 40 || !Utf8Parser.TryParse(part[(colon + 1)..], out int weight, out _))
                continue;
            Encoding.ASCII.GetChars(part[..colon], word);
            found(word[..colon], weight / 100f);
        }
    }
}
