using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Scoring;

/// <summary>
/// What a score rested on, as it is kept beside it: the same card makes the same ledger of it again. Matches and people's lines are kept
/// elsewhere. The words of evidence are not in it: <see cref="Restore"/> cuts them from the messages as they are stored.
/// </summary>
/// <param name="Facts">What was known, each quote left empty.</param>
/// <param name="Dialogue">How the visitor took part, without what no card looks at.</param>
/// <param name="HeardAt">When the lead had written last.</param>
/// <param name="Probability">What the trained model gave.</param>
/// <param name="Format">Of the ledger beside it, see <see cref="LedgerFormat"/>; null for those from before that was kept.</param>
public sealed record ScoreBasis(
    IReadOnlyList<Fact> Facts, DialogueState? Dialogue, DateTimeOffset? HeardAt = null, double? Probability = null, int? Format = null)
{
    /// <summary>The part of an input that is kept.</summary>
    public static ScoreBasis Of(ScoringInput input) => new(
        [.. input.Facts.Select(WithoutQuotes)], input.Dialogue is { } dialogue ? Participation(dialogue) : null,
        input.HeardAt, input.Probability, LedgerFormat.Current);

    /// <summary>The input again.</summary>
    /// <param name="textOf">A message's text; null when there is no such message.</param>
    public ScoringInput Restore(IReadOnlyList<UnitMatch> matches, IReadOnlyList<LedgerLine> adjustments, DateTimeOffset at, Func<Guid, string?> textOf) =>
        new([.. Facts.Select(fact => WithQuotes(fact, textOf))], matches, adjustments, at, Dialogue, HeardAt, Probability);

    private static Fact WithoutQuotes(Fact fact) =>
        fact.Evidence.Count == 0 ? fact : fact with { Evidence = [.. fact.Evidence.Select(words => words with { Quote = "" })] };

    private static Fact WithQuotes(Fact fact, Func<Guid, string?> textOf) =>
        fact.Evidence.Count == 0 ? fact : fact with { Evidence = [.. fact.Evidence.Select(words => words with { Quote = Cut(textOf(words.MessageId), words) })] };

    private static string Cut(string? text, Evidence words) =>
        text is not null && words.Start >= 0 && words.Length >= 0 && words.Start + words.Length <= text.Length ? text.Substring(words.Start, words.Length) : "";

    private static DialogueState Participation(DialogueState dialogue) => dialogue with
    {
        Asked = DialogueState.Start.Asked, Refused = [], LastAsked = null, Shown = [], Fired = [], EmailCheck = null, Discussed = null, Focus = null,
    };
}
