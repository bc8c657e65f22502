namespace LeadHeat.Core.Playbooks;

/// <summary>How customers tell of trouble with what they have from us already: nothing to sell, but something for a person, now.</summary>
/// <param name="Things">What they have from us: "machine", "invoice".</param>
/// <param name="Faults">What goes wrong with it; in one part of a sentence with a thing it is a case: "leaks", "stopped working".</param>
/// <param name="Cases">What is a case by itself: "where is my order", "you charged us twice".</param>
/// <param name="Supposing">Makes of a part of a sentence one that only supposes: "what if", "in case".</param>
/// <param name="Unless">Tells of a wish to buy, or of what others supplied: then the trouble is a reason to buy.</param>
/// <param name="Owned">Tells that they have something from us: "we bought it from you", "on your paid plan".</param>
/// <param name="More">Makes a buyer of one who has something from us: "want another".</param>
/// <param name="Own">What is their own and to be bettered by us: trouble with "our reps" is no complaint about us.</param>
public sealed record ServiceWords(Phrases Things, Phrases Faults, Phrases Cases, Phrases Supposing, Phrases Unless, Phrases Owned, Phrases More, Phrases Own)
{
    /// <summary>None.</summary>
    public static ServiceWords None { get; } = new(Phrases.None, Phrases.None, Phrases.None, Phrases.None, Phrases.None, Phrases.None, Phrases.None, Phrases.None);
}
