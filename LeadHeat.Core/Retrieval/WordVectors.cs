using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Where the stems of English lie by meaning, learned once out of two dictionaries, WordNet and the Moby thesaurus (Words/make.py): stems that stand in the
/// same entries and definitions lie close together. It knows nothing of the tenant; what is not in it is like nothing but itself.
/// <code>file: count, dimensions, bytes of names (int32 each), names in ASCII, sorted, one a line; then count × dimensions signed bytes</code>
/// </summary>
public sealed class WordVectors
{
    /// <summary>Vectors that know no word.</summary>
    public static readonly WordVectors None = new();

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _rows;
    private readonly sbyte[] _numbers = [];
    private readonly float[] _scales = [];

    private WordVectors() => _rows = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="file">As described.</param>
    public WordVectors(ReadOnlySpan<byte> file)
    {
        var (count, dimensions, names) = (Number(file, 0), Number(file, 4), Number(file, 8));
        var rows = new Dictionary<string, int>(count, StringComparer.Ordinal);
        foreach (var name in Encoding.ASCII.GetString(file.Slice(12, names)).Split('\n'))
            rows.Add(name, rows.Count);
        if (rows.Count != count || file.Length != 12 + names + (count * dimensions))
            throw new InvalidDataException("The file of word vectors is damaged.");
        _rows = rows.GetAlternateLookup<ReadOnlySpan<char>>();
        _numbers = MemoryMarshal.Cast<byte, sbyte>(file[(12 + names)..]).ToArray();
        Dimensions = dimensions;
        _scales = new float[count];
        for (var row = 0; row < count; row++)
            _scales[row] = 1 / MathF.Sqrt(Math.Max(1, Vectors.Dot<float>(Widened(row), Widened(row))));
    }

    /// <summary>The length of a vector; 0 where no word is known.</summary>
    internal int Dimensions { get; }

    /// <summary>Writes a stem's vector, of length 1; false when it has none.</summary>
    internal bool TryRead(ReadOnlySpan<char> stem, Span<float> vector)
    {
        if (!_rows.TryGetValue(stem, out var row))
            return false;
        for (var at = 0; at < Dimensions; at++)
            vector[at] = _numbers[(row * Dimensions) + at] * _scales[row];
        return true;
    }

    private float[] Widened(int row) => Array.ConvertAll(_numbers[(row * Dimensions)..((row + 1) * Dimensions)], number => (float)number);

    private static int Number(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);
}
