using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Overview;

/// <summary>How far leads came, in all and by group.</summary>
/// <param name="Groups">The greatest first.</param>
public sealed record OverviewFunnel(OverviewFrame Frame, OverviewGroup By, FunnelRow Total, IReadOnlyList<FunnelRow> Groups);

/// <summary>How far some leads came.</summary>
/// <param name="Key">The source's word, the playbook's name or the owner's id; null for nobody's and for the total.</param>
/// <param name="Title">An owner's name; otherwise null.</param>
/// <param name="Reached">How many came to each stage or further, from <c>new</c> to <c>won</c>.</param>
/// <param name="Conversion">Won ones of all.</param>
/// <param name="WinRate">Won ones of those that are decided.</param>
public sealed record FunnelRow(
    string? Key, string? Title, int Leads, IReadOnlyDictionary<LeadStatus, int> Reached, int Won, int Lost, Proportion Conversion, Proportion WinRate);

/// <summary>How leads spread over the scores.</summary>
/// <param name="Bins">Tens: 0 to 9, and so on; 100 is in the last.</param>
public sealed record OverviewScores(OverviewFrame Frame, IReadOnlyList<ScoreBin> Bins, int Unscored);

/// <summary>A ten of scores.</summary>
public sealed record ScoreBin(int From, int To, int Leads);

/// <summary>Leads by the day, week or month in which they came, and by the band they are in.</summary>
public sealed record OverviewBands(OverviewFrame Frame, IReadOnlyList<BandStep> Steps);

/// <summary>A day, a week or a month.</summary>
/// <param name="To">The last day.</param>
public sealed record BandStep(DateOnly From, DateOnly To, DateTimeOffset CreatedFrom, DateTimeOffset CreatedTo, IReadOnlyDictionary<Heat, int> Leads);

/// <summary>Whether bands hold what they promise.</summary>
/// <param name="Bands">Hot first.</param>
public sealed record OverviewWinRates(OverviewFrame Frame, IReadOnlyList<BandWins> Bands);

/// <summary>The leads of a band.</summary>
/// <param name="Rate">Won ones of those that are decided, with Wilson's interval.</param>
public sealed record BandWins(Heat Heat, int Open, int Won, int Lost, Proportion Rate);

/// <summary>Whether the scorecards' rules tell won leads from lost ones.</summary>
public sealed record OverviewRules(OverviewFrame Frame, int Won, int Lost, IReadOnlyList<RuleLift> Rules);

/// <summary>What a rule does.</summary>
[JsonConverter(typeof(WireEnumConverter<RuleVerdict>))]
public enum RuleVerdict { Separates, Reversed, Nothing, Unsure, TooFew }

/// <summary>What a rule tells about won and lost leads.</summary>
/// <param name="Id">Its number in addresses.</param>
/// <param name="Most">Won ones of the leads that it gave at least half of its points; of a rule that takes points, of those from which it took some.</param>
/// <param name="Few">Won ones of the others.</param>
/// <param name="Difference">How much more often the first are won, from -1 to 1, with bounds that hold the truth 19 times of 20.</param>
/// <param name="Lift">How many times as often; null where none of the others was won.</param>
public sealed record RuleLift(
    int Id, string Card, string Rule, string Title, Proportion Most, Proportion Few, HeatModels.Interval? Difference, double? Lift, RuleVerdict Verdict);

/// <summary>How the leads differ from those of the same time before.</summary>
/// <param name="Before">Null where the period has no beginning.</param>
/// <param name="Mix">How far the sources' shares have moved; null where there is nothing to compare.</param>
public sealed record OverviewDrift(OverviewFrame Frame, OverviewFrame? Before, Drift? Mix, IReadOnlyList<SourceDrift> Sources);

/// <summary>How far a source has moved.</summary>
/// <param name="Now">Leads of the period.</param>
/// <param name="Before">Leads of the period before.</param>
/// <param name="Scores">How far its scores have moved; null where leads are too few to tell.</param>
public sealed record SourceDrift(LeadSource Source, int Now, int Before, Drift? Scores, double? MeanNow, double? MeanBefore);

/// <summary>What a drift means.</summary>
[JsonConverter(typeof(WireEnumConverter<DriftVerdict>))]
public enum DriftVerdict { Steady, Moved, Changed }

/// <summary>How leads feel in their chats.</summary>
/// <param name="Chats">Those of which it is known.</param>
public sealed record OverviewMood(OverviewFrame Frame, int Chats, IReadOnlyDictionary<Sentiment, int> Sentiment, IReadOnlyList<FrustrationStep> Frustration);

/// <summary>Chats at a level of frustration, 0 to 10.</summary>
public sealed record FrustrationStep(int Level, int Leads);

/// <summary>How long leads waited for the first answer after their first message.</summary>
/// <param name="Bands">Hot first.</param>
public sealed record OverviewAnswers(OverviewFrame Frame, IReadOnlyList<BandAnswers> Bands, AnswerTimes Bot, AnswerTimes Person, int Chats);

/// <summary>The answers that leads of a band got.</summary>
public sealed record BandAnswers(Heat Heat, AnswerTimes Bot, AnswerTimes Person);

/// <summary>First answers: how many, half of them within, nine of ten within. Times are right within 5 %.</summary>
public sealed record AnswerTimes(int Leads, double? MedianSeconds, double? P90Seconds);

/// <summary>When chats begin.</summary>
/// <param name="Hours">By weekday, Monday first, and hour.</param>
public sealed record OverviewHours(OverviewFrame Frame, int Chats, IReadOnlyList<IReadOnlyList<int>> Hours);

/// <summary>Playbooks and people that there are leads of.</summary>
public sealed record OverviewChoices(OverviewFrame Frame, IReadOnlyList<string> Playbooks, IReadOnlyList<OverviewOwner> Owners);

/// <summary>Somebody who owns leads.</summary>
public sealed record OverviewOwner(Guid Id, string Name);
