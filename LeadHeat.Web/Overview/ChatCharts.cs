using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Wording;
using static LeadHeat.Web.Overview.OverviewWords;
using static LeadHeat.Web.Overview.StageCharts;

namespace LeadHeat.Web.Overview;

/// <summary>What chats are like: when, how fast answered, in which mood.</summary>
internal static class ChatCharts
{
    private const string NoChat = "Nobody wrote in a chat in this time.";

    private static readonly Sentiment[] Moods = [Sentiment.Excited, Sentiment.Positive, Sentiment.Neutral, Sentiment.Negative, Sentiment.Frustrated];

    public static OverviewChart Answers(OverviewAnswers answers, OverviewLinks links)
    {
        const string title = "How fast are leads answered?";
        if (answers.Chats == 0)
            return OverviewChart.Empty("answers", title, NoChat);
        var (byBot, byPerson) = (OverviewFigure.Of(ChatAnswer.ByBot), OverviewFigure.Of(ChatAnswer.ByPerson));
        List<(string Name, string Colour, AnswerTimes Times, Heat? Heat, OverviewFigure Figure)> rows =
        [
            .. answers.Bands.Select(band => ($"{Say.Heat(band.Heat)}, by a person", Words.Of(band.Heat), band.Person, (Heat?)band.Heat, byPerson)),
            .. answers.Bands.Select(band => ($"{Say.Heat(band.Heat)}, by the bot", Words.Of(band.Heat), band.Bot, (Heat?)band.Heat, byBot)),
            ("All, by a person", "accent", answers.Person, null, byPerson), ("All, by the bot", "accent", answers.Bot, null, byBot),
        ];
        var hot = answers.Bands.Single(band => band.Heat == Heat.Hot).Person;
        return new(
            "answers", title,
            $"The bot answers half of all chats within {Time(answers.Bot.MedianSeconds)}." + (hot.MedianSeconds is { } median
                ? $" A hot lead has a person's first answer within {Time(median)} in half of the cases, nine of ten within {Time(hot.P90Seconds)}." : " No hot lead has had a person's answer yet."),
            "intervals",
            ChartData.Intervals(
                rows.Where(row => row.Times.MedianSeconds is not null).Select(row => (
                    row.Name, row.Times.MedianSeconds!.Value, row.Times.MedianSeconds.Value, row.Times.P90Seconds!.Value, row.Colour,
                    $"half within {Time(row.Times.MedianSeconds)}, nine of ten within {Time(row.Times.P90Seconds)}, {LeadsOf(row.Times.Leads)}", (string?)links.To(row.Figure, row.Heat))), "time"),
            ["First answer", "Leads", "Half within", "Nine of ten within"],
            [
                .. rows.Select(row => (IReadOnlyList<Cell>)[
                    new(row.Name), Number(row.Times.Leads, links.To(row.Figure, row.Heat)), Span(row.Times.MedianSeconds, row), Span(row.Times.P90Seconds, row)]),
                NotYet("No person yet", ChatAnswer.NotByPerson, answers.Chats - answers.Person.Leads), NotYet("No bot", ChatAnswer.NotByBot, answers.Chats - answers.Bot.Leads),
            ])
        {
            Note = "After the visitor's first message. A point is the time within which half are answered, the line goes on to nine of ten. Times are right within 5 %; files have seconds.",
        };

        Cell Span(double? seconds, (string, string, AnswerTimes, Heat? Heat, OverviewFigure Figure) row) =>
            new(Time(seconds), seconds is null ? null : links.To(row.Figure, row.Heat), true, Raw(seconds));

        IReadOnlyList<Cell> NotYet(string name, ChatAnswer answer, int leads) => [new(name), Number(leads, links.To(OverviewFigure.Of(answer))), new("", IsNumber: true), new("", IsNumber: true)];
    }

    public static OverviewChart Hours(OverviewHours hours, OverviewLinks links)
    {
        const string title = "When do people write?";
        if (hours.Chats == 0)
            return OverviewChart.Empty("hours", title, NoChat);
        var busiest = Enumerable.Range(0, 7 * 24).MaxBy(hour => hours.Hours[hour / 24][hour % 24]);
        string[] names = [.. OverviewFigure.Days.Select(day => Say.Field(day))];
        string[] columns = [.. Enumerable.Range(0, 24).Select(hour => $"{hour:00}")];
        return new(
            "hours", title, $"{Count(hours.Chats)} chats began in this time, most on {names[busiest / 24]}s from {busiest % 24}:00 on. Hours of the team's time zone, {hours.Frame.Zone}.",
            "squares",
            ChartData.Squares(names.Select(name => name[..3]), columns, hours.Hours, OverviewFigure.Days, links.To(OverviewFigure.Chat(0, 0)).Replace("chat%3Amonday%3A0", "chat%3A{name}%3A{column}", StringComparison.Ordinal)),
            ["Day", .. columns, "All"],
            [
                .. hours.Hours.Select((row, day) => (IReadOnlyList<Cell>)[
                    new(names[day]), .. row.Select((leads, hour) => Number(leads, links.To(OverviewFigure.Chat(day, hour)))), Number(row.Sum(), links.To(OverviewFigure.Chat(day, null)))]),
            ]);
    }

    public static OverviewChart Sentiments(OverviewMood mood, OverviewLinks links)
    {
        const string title = "How do people feel?";
        if (mood.Chats == 0)
            return OverviewChart.Empty("sentiment", title, NoChat);
        var unhappy = mood.Sentiment[Sentiment.Negative] + mood.Sentiment[Sentiment.Frustrated];
        return new(
            "sentiment", title, $"In {Count(unhappy)} of {Count(mood.Chats)} chats ({Percent((double)unhappy / mood.Chats)}) the last message was negative or frustrated.", "bars",
            ChartData.Bars(
                Moods.Select(Of),
                [("Chats", "accent", Moods.Select(one => ((double)mood.Sentiment[one], (string?)links.To(OverviewFigure.Of(one)))))], lying: true, unit: "chats"),
            ["Mood of the last message", "Chats", "Of all"],
            [.. Moods.Select(one => (IReadOnlyList<Cell>)[new(Of(one)), Number(mood.Sentiment[one], links.To(OverviewFigure.Of(one))), Share(mood.Sentiment[one], mood.Chats)])]);
    }

    public static OverviewChart Frustration(OverviewMood mood, OverviewLinks links)
    {
        const string title = "How frustrated are they?";
        if (mood.Chats == 0)
            return OverviewChart.Empty("frustration", title, NoChat);
        var high = mood.Frustration.Where(step => step.Level >= 5).Sum(step => step.Leads);
        return new(
            "frustration", title, high == 0 ? $"None of {Count(mood.Chats)} chats came to 5 of 10 or more." : $"{Count(high)} of {Count(mood.Chats)} chats are at 5 of 10 or more.", "bars",
            ChartData.Bars(
                mood.Frustration.Select(step => $"{step.Level}"),
                [("Chats", "warm", mood.Frustration.Select(step => ((double)step.Leads, (string?)links.To(OverviewFigure.Frustration(step.Level)))))], unit: "chats"),
            ["Frustration", "Chats", "Of all"],
            [.. mood.Frustration.Select(step => (IReadOnlyList<Cell>)[new($"{step.Level}"), Number(step.Leads, links.To(OverviewFigure.Frustration(step.Level))), Share(step.Leads, mood.Chats)])]);
    }
}
