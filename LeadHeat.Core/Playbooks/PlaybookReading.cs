using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Lays a playbook out for people.</summary>
public static class PlaybookReading
{
    // Enough to see what an intent is about; the files have them all.
    private const int SomeExamples = 8;

    /// <summary>Its line in a list.</summary>
    /// <param name="since">When this installation first ran with its version.</param>
    public static PlaybookSummary Summary(this Playbook playbook, DateTimeOffset since) => new(
        playbook.Name, playbook.Title, playbook.Version, since, playbook.Fields.Count, playbook.Examples.AllIntents.Count(),
        playbook.Cities.Sum(city => city.Areas.Count), playbook.Knowledge.Count);

    /// <summary>All of it.</summary>
    /// <param name="versions">The versions that this installation ran with, the newest first.</param>
    public static PlaybookView View(this Playbook playbook, IReadOnlyList<PlaybookVersion> versions)
    {
        var words = new ConditionWords(playbook);
        var (card, bands) = (playbook.Scorecard, playbook.Scorecard.Bands);
        return new(
            playbook.Name, playbook.Title, versions, playbook.Region, playbook.Currency, playbook.Greetings,
            [.. playbook.CustomerTypes.Select(type => new PlaybookRule(type.Name, type.Title, words.Of(type.When)))],
            [.. playbook.Stages.Select(stage => new PlaybookRule(Words.Of(stage.Stage), Titled(Words.Of(stage.Stage)), words.Of(stage.When)))],
            playbook.Fields,
            [.. playbook.Coaching.Select(rule => new PlaybookOffer(rule.Name, rule.Why, words.Of(rule.When), rule.Say, rule.Chips))],
            playbook.Objections, playbook.Topics, playbook.Replies,
            [.. playbook.Examples.AllIntents.GroupBy(example => example.Label).OrderBy(group => group.Key)
                .Select(group => new PlaybookIntent(Words.Of(group.Key), group.Count(), [.. group.Take(SomeExamples).Select(example => example.Text)]))],
            playbook.Cities, playbook.Inventory, playbook.Knowledge,
            new(card.Name, card.Version, card.Title, bands.Hot, bands.Warm, bands.Cold, card.QualifiedAt), playbook.Thresholds, playbook.SharesContacts);
    }

    private static string Titled(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');
}
