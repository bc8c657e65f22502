using System.Security.Cryptography;
using System.Text;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// What marked examples teach of values: from the words around one, whether it is the visitor's own wish. Learned once at the first message, a model a kind of value.
/// </summary>
internal sealed class ValueModels(IReadOnlyDictionary<ValueKind, IReadOnlyList<MarkedText>> examples)
{
    private const string Name = "values";

    private readonly Lock _learning = new();
    private volatile LinearModel?[]? _models;

    /// <summary>Without examples: every value may be the visitor's.</summary>
    public static ValueModels None { get; } = new(new Dictionary<ValueKind, IReadOnlyList<MarkedText>>());

    [ThreadStatic]
    private static FeatureVector? _features;

    /// <summary>How likely the value in these tokens is the visitor's own wish, from 0 to 1; one half where nothing was learned.</summary>
    public double OwnAt(Scan scan, ValueKind kind, int start, int end)
    {
        if ((_models ?? Learn(null))[(int)kind] is not { } model)
            return 0.5;
        var features = _features ??= new();
        ValueFeatures.Write(scan.Tokens, scan.Text, start, end, features);
        return Mean(model, features);
    }

    // With all that is known, and without the near words, without the others, without what they mean to scanners: a verdict that hangs on one kind of sign is no clear one.
    private static double Mean(LinearModel model, FeatureVector features)
    {
        Span<float> scores = stackalloc float[model.Width];
        var product = 1.0;
        foreach (var dropped in (ReadOnlySpan<int>)[0, 1, 2, 4])
        {
            model.Score(features, scores, dropped);
            product *= scores[1];
        }
        return Math.Pow(product, 0.25);
    }

    /// <summary>Learns now, where it would at the first message.</summary>
    /// <param name="folder">Where what was learned is kept for the next start, and found by other processes; null for nowhere.</param>
    public LinearModel?[] Learn(string? folder)
    {
        lock (_learning)
        {
            if (_models is { } known)
                return known;
            if (folder is null)
                return _models = Fit();
            var version = VersionOf();
            if (ModelFile.Read(folder, Name, version) is { } kept && kept.Length == s_kinds)
                return _models = kept;
            ModelFile.Write(folder, Name, version, _models = Fit());
            return _models;
        }
    }

    private static readonly int s_kinds = Enum.GetValues<ValueKind>().Length;

    private string VersionOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (kind, text) in examples.OrderBy(kind => kind.Key).SelectMany(kind => kind.Value, (kind, text) => (kind.Key, text)))
            hash.AppendData(Encoding.UTF8.GetBytes($"{kind} {text.Text}\n{string.Join(' ', text.Marks)}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private LinearModel?[] Fit()
    {
        var models = new LinearModel?[s_kinds];
        Parallel.For(0, models.Length, kind => models[kind] = examples.TryGetValue((ValueKind)kind, out var texts) && texts.Count > 0 ? Fit(texts) : null);
        return models;
    }

    private static LinearModel Fit(IReadOnlyList<MarkedText> texts)
    {
        var features = new FeatureVector();
        List<(FeatureVector, int)> samples = [];
        foreach (var (text, marks) in texts)
        {
            var tokens = Tokenizer.Cut(text, null);
            foreach (var (span, isOwn) in marks)
            {
                var (start, end) = (Tokenizer.At(tokens, span.Start), Tokenizer.At(tokens, span.End));
                if (start >= end)
                    continue;
                ValueFeatures.Write(tokens, text, start, end, features);
                samples.Add((features.Copy(), isOwn ? 1 : 0));
            }
        }
        return LinearTrainer.Fit(samples, 2, Teaching.OfValues);
    }
}
