using System.Globalization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Overview;

/// <summary>
/// Which leads a number of the overview stands for, where no other filter says it: <c>reached:visit</c>, <c>open</c>, <c>closed</c>, <c>score:40</c>,
/// <c>unscored</c>, <c>sentiment:negative</c>, <c>frustration:7</c>, <c>chat:tuesday</c>, <c>chat:tuesday:15</c>, <c>answered:by_person</c>, <c>rule:3:most</c>,
/// <c>rule:3:few</c>, <c>model:2:7</c>, <c>lift:2:30</c>.
/// </summary>
public sealed record OverviewFigure
{
    private OverviewFigure(string text, IReadOnlyList<int> cells) => (Text, Cells) = (text, cells);

    /// <summary>As it stands in an address.</summary>
    public string Text { get; }

    /// <summary>A lead with any of these cells is one of them.</summary>
    public IReadOnlyList<int> Cells { get; }

    /// <summary>The point of a model's calibration curve that they stand for, by the model's version, the lowest point 0; null for all other numbers.</summary>
    public (int Model, int Point)? Measured { get; private init; }

    /// <summary>The best percent of the leads that a model was measured on that they stand for, by the model's version; null for all other numbers.</summary>
    public (int Model, int Percent)? Best { get; private init; }

    /// <summary>For people who mistyped one.</summary>
    public const string Examples =
        "reached:visit, closed, score:40, sentiment:negative, frustration:7, chat:tuesday:15, answered:by_person, rule:3:most, model:2:7 or lift:2:30";

    /// <summary>Leads that came to a stage, or further.</summary>
    public static OverviewFigure Reached(LeadStatus stage) => Parse($"reached:{Words.Of(stage)}")!;

    /// <summary>Neither won nor lost.</summary>
    public static OverviewFigure Open { get; } = Parse("open")!;

    /// <summary>Won and lost ones.</summary>
    public static OverviewFigure Closed { get; } = Parse("closed")!;

    /// <summary>Scores of one ten: 40 to 49.</summary>
    public static OverviewFigure Score(int from) => Parse(FormattableString.Invariant($"score:{from}"))!;

    /// <summary>Chats whose last message was of this mood.</summary>
    public static OverviewFigure Of(Sentiment sentiment) => Parse($"sentiment:{Words.Of(sentiment)}")!;

    /// <summary>Chats as frustrated as this.</summary>
    public static OverviewFigure Frustration(int level) => Parse(FormattableString.Invariant($"frustration:{level}"))!;

    /// <summary>Chats that began in an hour of the week, or on a day of it.</summary>
    /// <param name="day">Monday is 0.</param>
    public static OverviewFigure Chat(int day, int? hour) =>
        Parse(FormattableString.Invariant($"chat:{Days[day]}") + (hour is null ? "" : FormattableString.Invariant($":{hour}")))!;

    /// <summary>Chats that were answered, or not.</summary>
    public static OverviewFigure Of(ChatAnswer answer) => Parse($"answered:{Words.Of(answer)}")!;

    /// <summary>Closed leads that a rule gave most of its points, or few.</summary>
    public static OverviewFigure Rule(int rule, bool most) => Parse(FormattableString.Invariant($"rule:{rule}:{(most ? "most" : "few")}"))!;

    /// <summary>Closed leads that a heat model was measured on, with predictions of one point of its calibration curve.</summary>
    public static OverviewFigure Of(int model, int point) => Parse(FormattableString.Invariant($"model:{model}:{point}"))!;

    /// <summary>Closed leads that a heat model was measured on, the best so many percent by its predictions.</summary>
    /// <param name="percent">10, 20, … 100.</param>
    public static OverviewFigure OfBest(int model, int percent) => Parse(FormattableString.Invariant($"lift:{model}:{percent}"))!;

    /// <summary>The days of a week, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The figure of an address; null where it means nothing.</summary>
    public static OverviewFigure? Parse(string? text)
    {
        var parts = text?.Split(':') ?? [];
        if (parts is ["model", var version, var place] && Number(version, 1_000_000) is { } model && Number(place, 99) is { } point)
            return new(text!, []) { Measured = (model, point) };
        if (parts is ["lift", var of, var best] && Number(of, 1_000_000) is { } measured && Number(best, 100) is { } percent and > 0 && percent % 10 == 0)
            return new(text!, []) { Best = (measured, percent) };
        IEnumerable<int>? cells = parts switch
        {
            ["open"] => Standing(status => status < LeadStatus.Won),
            ["closed"] => Standing(status => status >= LeadStatus.Won),
            ["reached", var word] when Words.TryParse<LeadStatus>(word, out var stage) && stage != LeadStatus.Lost =>
                Enumerable.Range((int)stage, (int)LeadStatus.Won - (int)stage + 1).Select(reached => OverviewCells.Of(OverviewFamily.Furthest, reached)),
            ["score", var word] when Number(word, 90) is { } from && from % 10 == 0 => [OverviewCells.Of(OverviewFamily.Score, from / 10)],
            ["unscored"] => [OverviewCells.Of(OverviewFamily.Score, OverviewCells.Tens)],
            ["sentiment", var word] when Words.TryParse<Sentiment>(word, out var sentiment) => [OverviewCells.Of(sentiment)],
            ["frustration", var word] when Number(word, 10) is { } level => [OverviewCells.Of(OverviewFamily.Frustration, level)],
            ["chat", var word] when DayOf(word) is { } day => Enumerable.Range(day * 24, 24).Select(hour => OverviewCells.Of(OverviewFamily.ChatHour, hour)),
            ["chat", var word, var hours] when DayOf(word) is { } day && Number(hours, 23) is { } hour => [OverviewCells.Of(OverviewFamily.ChatHour, (day * 24) + hour)],
            ["answered", var word] when Words.TryParse<ChatAnswer>(word, out var answer) => [OverviewCells.Of(OverviewFamily.Answered, (int)answer)],
            ["rule", var word, "most" or "few"] when Number(word, 200_000) is { } rule =>
                [OverviewCells.OfRule(rule, parts[2] == "most", false), OverviewCells.OfRule(rule, parts[2] == "most", true)],
            _ => null,
        };
        return cells is null ? null : new(text!, [.. cells]);
    }

    /// <summary>Two are the same when they are written the same.</summary>
    public bool Equals(OverviewFigure? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static IEnumerable<int> Standing(Func<LeadStatus, bool> fits) =>
        from status in Enum.GetValues<LeadStatus>() where fits(status) from heat in Enum.GetValues<Heat>() select OverviewCells.Of(status, heat);

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static int? DayOf(string word)
    {
        for (var day = 0; day < Days.Count; day++)
        {
            if (Days[day] == word)
                return day;
        }
        return null;
    }
}
