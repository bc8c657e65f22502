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
            _scales[row] = 1 / MathF.Sqrt(Math.Max(1, Vectors.Dot(NumbersOf(row), NumbersOf(row))));
    }

    /// <summary>The length of a vector; 0 where no word is known.</summary>
    internal int Dimensions { get; }

    /// <summary>Where a stem stands; -1 when it has no vector.</summary>
    internal int Find(ReadOnlySpan<char> stem) => _rows.TryGetValue(stem, out var row) ? row : -1;

    /// <summary>The cosine of two stems, by where they stand.</summary>
    internal float Cosine(int one, int other) => Vectors.Dot(NumbersOf(one), NumbersOf(other)) * _scales[one] * _scales[other];

    /// <summary>Adds a stem's vector, of length 1, so many times.</summary>
    internal void AddTo(Span<float> sum, int row, float times) => Vectors.Add(sum, times * _scales[row], NumbersOf(row));

    private ReadOnlySpan<sbyte> NumbersOf(int row) => _numbers.AsSpan(row * Dimensions, Dimensions);

    private static int Number(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);
}
