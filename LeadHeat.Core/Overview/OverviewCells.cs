using LeadHeat.Core.Leads;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Overview;

/// <summary>What the overview counts leads by.</summary>
public enum OverviewFamily
{
    /// <summary>Stage and band: stage × 8 + band.</summary>
    Standing,

    /// <summary>The furthest stage that a lead has reached, lost ones too.</summary>
    Furthest,

    /// <summary>The score's ten; 100 is in the last.</summary>
    Score,

    /// <summary>The mood of a visitor's last message.</summary>
    Sentiment,

    /// <summary>0 to 10.</summary>
    Frustration,

    /// <summary>When the chat began: weekday × 24 + hour, Monday is 0.</summary>
    ChatHour,

    /// <summary>Whether bot and person have answered.</summary>
    Answered,

    /// <summary>How long the bot's first answer took: band × 256 + step of <see cref="AnswerSteps"/>.</summary>
    BotAnswer,

    /// <summary>How long a person's first answer took: band × 256 + step.</summary>
    PersonAnswer,

    /// <summary>A rule's points on a closed lead: rule × 4 + 2 for most of its points + 1 for won.</summary>
    Rule,
}

/// <summary>Whether a chat was answered, and by whom.</summary>
public enum ChatAnswer { ByBot, ByPerson, NotByBot, NotByPerson }

/// <summary>A cell is one number: its family and a value within. The roller writes them in SQL by the same arithmetic.</summary>
public static class OverviewCells
{
    /// <summary>What a family's cells begin with.</summary>
    public const int Family = 1_000_000;

    /// <summary>Bands a stage, so that band and stage can be told from the number.</summary>
    public const int Bands = 8;

    /// <summary>Steps of time a band.</summary>
    public const int Steps = 256;

    /// <summary>How many tens a score has.</summary>
    public const int Tens = 10;

    /// <summary>The number of a cell.</summary>
    public static int Of(OverviewFamily family, int value) => ((int)family * Family) + value;

    /// <summary>What a cell says within its family.</summary>
    public static int ValueOf(int cell) => cell % Family;

    /// <summary>The cell of a stage and band.</summary>
    public static int Of(LeadStatus status, Heat heat) => Of(OverviewFamily.Standing, ((int)status * Bands) + (int)heat);

    /// <summary>The stage and band of a cell.</summary>
    public static (LeadStatus Status, Heat Heat) Standing(int cell) => ((LeadStatus)(ValueOf(cell) / Bands), (Heat)(ValueOf(cell) % Bands));

    /// <summary>The cell of a mood.</summary>
    public static int Of(Sentiment sentiment) => Of(OverviewFamily.Sentiment, (int)sentiment);

    /// <summary>The cell of a rule's points on a closed lead.</summary>
    public static int OfRule(int rule, bool most, bool won) => Of(OverviewFamily.Rule, (rule * 4) + (most ? 2 : 0) + (won ? 1 : 0));
}

/// <summary>Times in steps of a twelfth of themselves, so that middle and tail can be told from counts, within 5 %.</summary>
public static class AnswerSteps
{
    /// <summary>What is shorter is in the first step.</summary>
    public const double ShortestMilliseconds = 10;

    /// <summary>Steps until a time is doubled.</summary>
    public const int Doubling = 8;

    /// <summary>The middle of a step, in seconds.</summary>
    public static double SecondsOf(int step) => ShortestMilliseconds / 1000 * Math.Pow(2, (step + 0.5) / Doubling);

    /// <summary>The time that so great a share of those counted stays within; null when none are counted.</summary>
    /// <param name="counts">By step.</param>
    /// <param name="share">0 to 1.</param>
    public static double? Quantile(IReadOnlyDictionary<int, int> counts, double share)
    {
        var all = counts.Values.Sum(count => (long)count);
        var rank = Math.Max(1, (long)Math.Ceiling(share * all));
        foreach (var (step, count) in counts.OrderBy(step => step.Key))
        {
            if ((rank -= count) <= 0)
                return SecondsOf(step);
        }
        return null;
    }
}
