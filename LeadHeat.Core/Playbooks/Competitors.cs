namespace LeadHeat.Core.Playbooks;

/// <summary>Who else a visitor may be talking to, by the words that say so: names, and "another supplier".</summary>
/// <param name="phrases">The words.</param>
public sealed class Competitors(IEnumerable<string> phrases)
{
    private readonly Phrases _phrases = new(phrases);

    /// <summary>Nobody.</summary>
    public static Competitors None { get; } = new([]);

    /// <summary>Whether a text names any.</summary>
    public bool AreIn(string text) => _phrases.AreIn(text);
}
