using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Worker.Tools;

/// <summary>
/// Facts as a model claims them, made ours or refused: the quoted words must stand in a visitor's message, and the value is what
/// Core's language layer reads in them. What that layer found in this message by itself stays as it is.
/// </summary>
internal static class QuotedFacts
{
    // A model's reading is believed less than words that the language layer is certain of.
    private const double Confidence = 0.8;

    public static (IReadOnlyList<Fact> Taken, IReadOnlyList<string> Refused) Verify(IReadOnlyList<FoundFact> claims, PlannedTurn turn)
    {
        List<Fact> taken = [];
        List<string> refused = [];
        foreach (var claim in claims)
        {
            if (turn.Playbook.Field(claim.Field) is null)
                refused.Add($"{claim.Field}: there is no such field.");
            else if (EvidenceOf(claim.Quote, turn) is not { } evidence)
                refused.Add($"{claim.Field}: the quote stands in no message of the visitor.");
            else if (turn.Understood.Find(claim.Field) is not null)
                continue;
            else if (Read(claim, turn) is { } value)
                taken.Add(new(claim.Field, value.Value, value.Display, FactSource.Bot, Math.Min(Confidence, value.Confidence), turn.Context.ReceivedAt, [evidence]));
            else
                refused.Add($"{claim.Field}: '{claim.Value}' is not understood as a value of this field.");
        }

        return (taken, refused);
    }

    private static Evidence? EvidenceOf(string quote, PlannedTurn turn)
    {
        var words = quote.Trim();
        if (words.Length == 0)
            return null;
        return In(turn.Context.MessageId, turn.Context.Text, words)
            ?? turn.Context.History.Where(message => message.Author == MessageAuthor.Visitor).Reverse()
                .Select(message => In(message.Id, message.Text, words)).FirstOrDefault(found => found is not null);
    }

    private static Evidence? In(Guid messageId, string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : new(messageId, at, words.Length, text.Substring(at, words.Length));
    }

    // The quoted words first: they are the visitor's. As if the field had been asked for, so that "two" counts.
    private static FoundValue? Read(FoundFact claim, PlannedTurn turn)
    {
        var asked = turn.Dialogue with { LastAsked = claim.Field };
        return Language.Understand(claim.Quote, turn.Playbook, asked, turn.Facts, turn.Context.ReceivedAt).Find(claim.Field)
            ?? Language.Understand(claim.Value, turn.Playbook, asked, turn.Facts, turn.Context.ReceivedAt).Find(claim.Field);
    }
}
