using System.Runtime.InteropServices;
using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Api.Knowledge;

/// <summary>A document's passages with their vectors of the hosted embedder, where it has them: numbers of 4 bytes, passage after passage.</summary>
/// <param name="Embedder">The model that they are of.</param>
/// <param name="Dimensions">How many numbers a vector has; 0 where there is none.</param>
internal sealed record StoredPassages(IReadOnlyList<Passage> Passages, ReadOnlyMemory<byte> Vectors, string Embedder, int Dimensions)
{
    // What the vectors' block takes at once; zeros behind a vector change no cosine.
    private const int Step = 64;

    /// <summary>Of a document that is gone.</summary>
    public static readonly StoredPassages None = new([], default, EmbedderMatch.Local, 0);

    /// <summary>Vectors that do not belong to these passages, one each, are left out.</summary>
    public static StoredPassages Of(IReadOnlyList<Passage> passages, byte[]? vectors, string embedder, int dimensions) =>
        vectors is { Length: > 0 } && vectors.Length == passages.Count * dimensions * sizeof(float)
            ? new(passages, vectors, embedder, dimensions) : new(passages, default, EmbedderMatch.Local, 0);

    /// <summary>The vector of a passage, as long as a block of such vectors wants it.</summary>
    public float[] VectorOf(int passage) => Padded(MemoryMarshal.Cast<byte, float>(Vectors.Span).Slice(passage * Dimensions, Dimensions));

    public static float[] Padded(ReadOnlySpan<float> vector)
    {
        var padded = new float[LengthOf(vector.Length)];
        vector.CopyTo(padded);
        return padded;
    }

    public static int LengthOf(int dimensions) => (dimensions + Step - 1) / Step * Step;
}
