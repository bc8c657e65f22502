namespace LeadHeat.Core.Retrieval;

/// <summary>Weights of features, by their numbers, of which few have one; in the order in which they came. Used again for the next text, so it is no garbage.</summary>
internal sealed class FeatureWeights
{
    private readonly List<int> _features = [];
    private float[] _weights = new float[1_024];

    public int Count => _features.Count;

    /// <summary>Adds to a feature's weight.</summary>
    /// <param name="weight">Above 0.</param>
    public void Add(int feature, float weight)
    {
        if (feature >= _weights.Length)
            Array.Resize(ref _weights, Math.Max(feature + 1, _weights.Length * 2));
        if (_weights[feature] == 0)
            _features.Add(feature);
        _weights[feature] += weight;
    }

    /// <summary>What came, and nothing is left.</summary>
    public (int Feature, float Weight)[] Take()
    {
        var taken = new (int, float)[_features.Count];
        for (var at = 0; at < taken.Length; at++)
        {
            taken[at] = (_features[at], _weights[_features[at]]);
            _weights[_features[at]] = 0;
        }

        _features.Clear();
        return taken;
    }
}
