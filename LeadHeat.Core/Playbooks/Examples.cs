using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playbooks;

/// <summary>What the playbook's language models learn from; empty where the rules alone shall tell intents.</summary>
/// <param name="Intents">Messages and what they want.</param>
/// <param name="Sentiments">Messages and how they sound.</param>
/// <param name="Orders">Messages, and whether they try to give the bot orders.</param>
/// <param name="WordClasses">Words that mean much the same, by the name of their class.</param>
/// <param name="Messages">Whole messages as people write them, each with what it wants and how it sounds.</param>
public sealed record Examples(
    IReadOnlyList<(string Text, Intent Label)> Intents,
    IReadOnlyList<(string Text, Sentiment Label)> Sentiments,
    IReadOnlyList<(string Text, bool Label)> Orders,
    IReadOnlyList<(string Name, IReadOnlyList<string> Words)> WordClasses,
    IReadOnlyList<(string Text, Intent Intent, Sentiment Sentiment)> Messages)
{
    /// <summary>How many examples each label must have.</summary>
    public const int Fewest = 40;

    /// <summary>All that teaches what a message wants.</summary>
    public IEnumerable<(string Text, Intent Label)> AllIntents => Intents.Concat(Messages.Select(message => (message.Text, message.Intent)));

    /// <summary>All that teaches how a message sounds.</summary>
    public IEnumerable<(string Text, Sentiment Label)> AllSentiments => Sentiments.Concat(Messages.Select(message => (message.Text, message.Sentiment)));
}
