namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>How a model is fitted.</summary>
/// <param name="Epochs">How often all examples are gone through.</param>
/// <param name="Averaged">The mean of so many last epochs' weights is taken: it depends less on which examples happened to come last.</param>
/// <param name="Sure">From this likelihood on an example is told already and teaches nothing more.</param>
/// <param name="Doubt">How much of each label is spread over all classes, so that no single example is believed too much; from 0 to 1.</param>
/// <param name="Sharpness">What the weights are multiplied with at the end: what learned to doubt says less than it knows.</param>
/// <param name="Rounds">How often it is learned from the beginning, each time in another order; the mean of the weights is taken. It steadies what few examples decide.</param>
/// <param name="Never">A bit for each kind of feature that is not learned from.</param>
internal readonly record struct Teaching(int Epochs, int Averaged, float Sure, float Doubt, float Sharpness, int Rounds, int Never)
{
    public static readonly Teaching OfIntents = new(10, 4, 2, 0.2f, 1.6f, 1, 0);

    public static readonly Teaching OfSentiments = new(10, 4, 0.98f, 0.05f, 1, 1, 0);

    public static readonly Teaching OfValues = new(12, 6, 2, 0.05f, 1, 1, 0);

    /// <summary>Orders are told by words alone, as they are looked for sentence by sentence, and the verdict must be clear.</summary>
    public static readonly Teaching OfOrders = new(8, 4, 2, 0.04f, 1.2f, 3, MessageModel.NoSignals);
}
