namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Fits a linear model by gradient descent: the same examples give the same weights, every time.</summary>
internal static class LinearTrainer
{
    private const float FirstRate = 2.5f;
    private const float Shrinking = 0.99f;

    // How often, of 16 times, a kind of features is hidden while learning, so that no kind is relied on alone: cues and word
    // classes know the phrases that we thought of, words and letters must cover the others.
    private static readonly int[] Hidden = [2, 2, 4, 10];

    private const uint FirstSeed = 20261121u;
    private const uint Apart = 977;

    public static LinearModel Fit(IReadOnlyList<(FeatureVector Features, int Label)> examples, int classes, in Teaching teaching)
    {
        if (teaching.Rounds == 1)
            return Fit(examples, classes, teaching, FirstSeed);
        var mean = new LinearModel(classes);
        for (var round = 0u; round < teaching.Rounds; round++)
            mean.Add(Fit(examples, classes, teaching, FirstSeed + (round * Apart)), 1f / teaching.Rounds);
        return mean;
    }

    private static LinearModel Fit(IReadOnlyList<(FeatureVector Features, int Label)> examples, int classes, in Teaching teaching, uint random)
    {
        var epochs = teaching.Epochs;
        var model = new LinearModel(classes);
        var mean = new LinearModel(classes);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var weights = Balance(examples, classes);
        var error = new float[model.Width];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Shuffle(order, ref random);
            var rate = FirstRate / (1 + (epoch * 0.25f));
            foreach (var at in order)
            {
                var (features, label) = examples[at];
                var dropped = teaching.Never | (epoch == epochs - 1 ? 0 : Drop(ref random));
                model.Score(features, error, dropped);
                if (error[label] >= teaching.Sure)
                    continue;
                Subtract(error.AsSpan(0, classes), label, teaching.Doubt);
                model.Move(features, error, rate * weights[label], dropped);
            }
            model.Shrink(Shrinking);
            if (epoch >= epochs - teaching.Averaged)
                mean.Add(model, teaching.Sharpness / teaching.Averaged);
        }
        return mean;
    }

    // What should have been said: the label, but for some doubt that is shared by all classes.
    private static void Subtract(Span<float> error, int label, float doubt)
    {
        foreach (ref var one in error)
            one -= doubt / error.Length;
        error[label] -= 1 - doubt;
    }

    // A class with few examples counts as much as one with many.
    private static float[] Balance(IReadOnlyList<(FeatureVector Features, int Label)> examples, int classes)
    {
        var counts = new int[classes];
        foreach (var (_, label) in examples)
            counts[label]++;
        var mean = (float)examples.Count / classes;
        return Array.ConvertAll(counts, count => count == 0 ? 0 : Math.Clamp(MathF.Sqrt(mean / count), 0.6f, 1.6f));
    }

    private static int Drop(ref uint random)
    {
        var dropped = 0;
        for (var kind = 0; kind < Hidden.Length; kind++)
        {
            if (Next(ref random) % 16 < (uint)Hidden[kind])
                dropped |= 1 << kind;
        }
        return dropped;
    }

    private static void Shuffle(int[] order, ref uint random)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Next(ref random) % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    // Xorshift: the same numbers on every machine and version.
    private static uint Next(ref uint random)
    {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        return random >> 3;
    }
}
