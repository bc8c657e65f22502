namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Latent semantic analysis over the tenant's own texts: a text becomes its weights of <see cref="TextFeatures"/> (tf-idf), projected onto the
/// 384 directions in which the texts that it was trained on differ most. It is no neural network and was taught no language beyond those texts
/// and the thesaurus. The same texts always give the same embedder, and it needs no key and no network.
/// <code>
/// X    the training texts' feature vectors, length 1, one a row        (sparse)
/// G  = X Xᵀ                                                            how alike any two are
/// Q    orthonormal, spans G's strongest 384 directions                 (all of them, while there are fewer texts)
/// L Lᵀ = Qᵀ G Q                                                        so that the rows of L⁻¹ Qᵀ X are orthonormal
/// e(x) = L⁻¹ Qᵀ X x, made length 1
/// </code>
/// </summary>
public sealed class LocalEmbedder
{
    /// <summary>The length of its vectors.</summary>
    public const int Dimensions = 384;

    // More do not make it better by as much as they make it slower.
    private const int MostTexts = 600;
    private const int Rounds = 3;
    private const int MostPlaces = 8_192;
    private const float SynonymWeight = 0.3f;

    [ThreadStatic]
    private static FeatureWeights? _weights;

    private readonly TextFeatures _features;
    private readonly float[] _idf;
    private readonly (int Row, float Weight)[][] _rowsOf;
    private readonly float[][] _projection;

    // Where a feature alone would come to lie; made when it is first asked for, as long as there is room.
    private readonly float[]?[] _places;
    private int _placed;

    private LocalEmbedder(TextFeatures features, float[] idf, (int Feature, float Weight)[][] rows, double[,] projection)
    {
        _features = features;
        _idf = idf;
        _places = new float[idf.Length][];
        _rowsOf = new (int, float)[idf.Length][];
        var lists = new List<(int, float)>[idf.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var (feature, weight) in rows[row])
                (lists[feature] ??= []).Add((row, weight));
        }

        for (var feature = 0; feature < lists.Length; feature++)
            _rowsOf[feature] = lists[feature]?.ToArray() ?? [];
        _projection = [.. Enumerable.Range(0, rows.Length).Select(row => Enumerable.Range(0, projection.GetLength(0)).Select(at => (float)projection[at, row]).ToArray())];
    }

    /// <summary>Learns from texts; each is its fields with their weights.</summary>
    public static LocalEmbedder Train(IReadOnlyList<IReadOnlyList<TextField>> texts, Thesaurus thesaurus, EmbedderKind kind)
    {
        var features = new TextFeatures(thesaurus, kind);
        var step = Math.Max(1, (texts.Count + MostTexts - 1) / MostTexts);
        var rows = texts.Where((_, at) => at % step == 0).Select(text => Raw(features, text, grow: true, isQuestion: false)).Where(row => row.Length > 0).ToArray();
        var idf = Idf(rows, features.Known);
        foreach (var row in rows)
            Weigh(row, idf);
        return new LocalEmbedder(features, idf, rows, Projection(rows, features.Known));
    }

    /// <summary>The vector of a text that is to be found, of length 1; all 0 when nothing in it is known.</summary>
    public float[] Embed(IReadOnlyList<TextField> text) => Embed(text, isQuestion: false);

    /// <summary>The vector of a question, of length 1; all 0 when nothing in it is known.</summary>
    /// <param name="synonyms">Other words for those of the question, which count less.</param>
    public float[] EmbedQuestion(string question, string synonyms = "") => Embed([new(question, 1), new(synonyms, SynonymWeight)], isQuestion: true);

    private float[] Embed(IReadOnlyList<TextField> text, bool isQuestion)
    {
        var vector = new float[Dimensions];
        var weights = Raw(_features, text, grow: false, isQuestion);
        Weigh(weights, _idf);
        foreach (var (feature, weight) in weights)
        {
            var place = Place(feature);
            Vectors.Add<float>(vector.AsSpan(0, place.Length), weight, place);
        }

        Vectors.MakeUnit(vector);
        return vector;
    }

    // Two that ask at once make the same.
    private float[] Place(int feature)
    {
        if (_places[feature] is { } known)
            return known;
        var place = new float[_projection.Length == 0 ? 0 : _projection[0].Length];
        foreach (var (row, weight) in _rowsOf[feature])
            Vectors.Add<float>(place, weight, _projection[row]);
        if (Volatile.Read(ref _placed) < MostPlaces)
        {
            Interlocked.Increment(ref _placed);
            Volatile.Write(ref _places[feature], place);
        }

        return place;
    }

    private static (int Feature, float Weight)[] Raw(TextFeatures features, IReadOnlyList<TextField> text, bool grow, bool isQuestion)
    {
        var weights = _weights ??= new();
        foreach (var field in text)
            features.Add(field.Text, field.Weight, grow, isQuestion, weights);
        return weights.Take();
    }

    private static float[] Idf((int Feature, float Weight)[][] rows, int count)
    {
        var idf = new float[count];
        foreach (var feature in rows.SelectMany(row => row.Select(weight => weight.Feature)))
            idf[feature]++;
        for (var feature = 0; feature < count; feature++)
            idf[feature] = MathF.Log(1 + (rows.Length / (1 + idf[feature])));
        return idf;
    }

    private static void Weigh((int Feature, float Weight)[] weights, float[] idf)
    {
        var sum = 0f;
        foreach (ref var weight in weights.AsSpan())
        {
            weight.Weight = MathF.Log(1 + weight.Weight) * idf[weight.Feature];
            sum += weight.Weight * weight.Weight;
        }

        var length = sum > 0 ? MathF.Sqrt(sum) : 1;
        foreach (ref var weight in weights.AsSpan())
            weight.Weight /= length;
    }

    private static double[,] Projection((int Feature, float Weight)[][] rows, int features)
    {
        var alike = Alike(rows, features);
        var basis = rows.Length <= Dimensions ? null : Matrices.StrongestSubspace(alike, Dimensions, Rounds);
        var inner = basis is null ? alike : Matrices.Product(Matrices.Product(basis, alike), basis);
        var lower = Matrices.Cholesky(inner);
        return Matrices.SolveLower(lower, basis ?? Matrices.Identity(rows.Length));
    }

    private static double[,] Alike((int Feature, float Weight)[][] rows, int features)
    {
        var alike = new double[rows.Length, rows.Length];
        var dense = new float[features];
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var (feature, weight) in rows[row])
                dense[feature] = weight;
            for (var other = 0; other <= row; other++)
            {
                var sum = 0d;
                foreach (var (feature, weight) in rows[other])
                    sum += weight * dense[feature];
                alike[row, other] = alike[other, row] = sum;
            }

            Array.Clear(dense);
        }

        return alike;
    }
}

/// <summary>A part of a text, such as its title, and how much it counts beside the others.</summary>
public readonly record struct TextField(string Text, float Weight);
