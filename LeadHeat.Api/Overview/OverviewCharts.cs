using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Api.Overview;

/// <summary>Figures that come out of the counts of one period.</summary>
internal sealed class OverviewCharts(OverviewCounts counts, OverviewFrames frames, OverviewNames names)
{
    private const int MostDays = 31;
    private const int MostWeeks = 26;

    private static readonly LeadStatus[] Stages = [.. Enum.GetValues<LeadStatus>().Where(status => status != LeadStatus.Lost)];
    private static readonly Heat[] HotFirst = [.. Enum.GetValues<Heat>().Reverse()];

    public async Task<OverviewFunnel> FunnelAsync(OverviewQuery query, OverviewGroup by, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.Standing, OverviewFamily.Furthest], cancellationToken, by);
        var people = by == OverviewGroup.Owner ? await names.PeopleAsync(cancellationToken) : null;
        var groups = cells.GroupBy(cell => cell.Key)
            .Select(group => Row(group.Key, group.Key is { } key ? people?.GetValueOrDefault(key) : null, group))
            .OrderByDescending(row => row.Leads).ThenBy(row => row.Key, StringComparer.Ordinal);
        return new(frame, by, Row(null, null, cells), [.. groups]);
    }

    public async Task<OverviewScores> ScoresAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.Score], cancellationToken);
        var tens = ByValue(cells, OverviewCells.Tens + 1);
        return new(
            frame, [.. tens.Take(OverviewCells.Tens).Select((leads, ten) => new ScoreBin(ten * 10, ten == OverviewCells.Tens - 1 ? 100 : (ten * 10) + 9, leads))],
            tens[OverviewCells.Tens]);
    }

    public async Task<OverviewBands> BandsAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var frame = frames.Of(query);
        var days = frame.From is { } first ? frame.To.DayNumber - first.DayNumber + 1 : int.MaxValue;
        var step = days <= MostDays ? CountStep.Day : days <= MostWeeks * 7 ? CountStep.Week : CountStep.Month;
        (frame, var cells) = await counts.ReadAsync(query, frame, [OverviewFamily.Standing], cancellationToken, step: step);
        var found = cells.ToLookup(cell => cell.Step);
        // Times without leads are shown as such, but not before the first lead there is.
        var from = frame.From ?? (cells.Count > 0 ? cells.Min(cell => cell.Step) : frame.To);
        List<BandStep> steps = [];
        for (var at = Begin(from, step); at <= frame.To; at = Next(at, step))
        {
            var (begin, end) = (at < from ? from : at, Next(at, step).AddDays(-1));
            end = end > frame.To ? frame.To : end;
            steps.Add(new(begin, end, frames.Start(begin), frames.Start(end.AddDays(1)), ByHeat(found[at])));
        }
        return new(frame, steps);
    }

    public async Task<OverviewWinRates> WinRatesAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.Standing], cancellationToken);
        return new(frame, [.. HotFirst.Select(heat =>
        {
            var band = cells.Where(cell => OverviewCells.Standing(cell.Cell).Heat == heat).ToList();
            var (won, lost) = (Sum(band, LeadStatus.Won), Sum(band, LeadStatus.Lost));
            return new BandWins(heat, band.Sum(cell => cell.Leads) - won - lost, won, lost, Proportion.Of(won, won + lost));
        })]);
    }

    public async Task<OverviewMood> MoodAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.Sentiment, OverviewFamily.Frustration], cancellationToken);
        var moods = ByValue(Of(cells, OverviewFamily.Sentiment), Enum.GetValues<Sentiment>().Length);
        var levels = ByValue(Of(cells, OverviewFamily.Frustration), 11);
        return new(
            frame, levels.Sum(), Enum.GetValues<Sentiment>().ToDictionary(sentiment => sentiment, sentiment => moods[(int)sentiment]),
            [.. levels.Select((leads, level) => new FrustrationStep(level, leads))]);
    }

    public async Task<OverviewAnswers> AnswersAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(
            query, frames.Of(query), [OverviewFamily.Answered, OverviewFamily.BotAnswer, OverviewFamily.PersonAnswer], cancellationToken);
        var (bot, person) = (Of(cells, OverviewFamily.BotAnswer), Of(cells, OverviewFamily.PersonAnswer));
        var answered = ByValue(Of(cells, OverviewFamily.Answered), Enum.GetValues<ChatAnswer>().Length);
        return new(
            frame, [.. HotFirst.Select(heat => new BandAnswers(heat, Times(bot, heat), Times(person, heat)))], Times(bot, null), Times(person, null),
            answered[(int)ChatAnswer.ByBot] + answered[(int)ChatAnswer.NotByBot]);
    }

    public async Task<OverviewHours> HoursAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.ChatHour], cancellationToken);
        var hours = ByValue(cells, 7 * 24);
        return new(frame, hours.Sum(), [.. hours.Chunk(24)]);
    }

    private static FunnelRow Row(string? key, string? title, IEnumerable<CellCount> cells)
    {
        var all = cells.ToList();
        var standing = Of(all, OverviewFamily.Standing);
        var furthest = ByValue(Of(all, OverviewFamily.Furthest), Stages.Length);
        var (leads, won, lost) = (standing.Sum(cell => cell.Leads), Sum(standing, LeadStatus.Won), Sum(standing, LeadStatus.Lost));
        return new(
            key, title, leads, Stages.ToDictionary(stage => stage, stage => furthest.Skip((int)stage).Sum()), won, lost, Proportion.Of(won, leads),
            Proportion.Of(won, won + lost));
    }

    private static AnswerTimes Times(List<CellCount> cells, Heat? heat)
    {
        var steps = cells.Where(cell => heat is null || OverviewCells.ValueOf(cell.Cell) / OverviewCells.Steps == (int)heat)
            .GroupBy(cell => OverviewCells.ValueOf(cell.Cell) % OverviewCells.Steps).ToDictionary(step => step.Key, step => step.Sum(cell => cell.Leads));
        return new(steps.Values.Sum(), AnswerSteps.Quantile(steps, 0.5), AnswerSteps.Quantile(steps, 0.9));
    }

    private static List<CellCount> Of(IEnumerable<CellCount> cells, OverviewFamily family) => [.. cells.Where(cell => cell.Cell / OverviewCells.Family == (int)family)];

    private static int[] ByValue(IEnumerable<CellCount> cells, int values)
    {
        var counts = new int[values];
        foreach (var cell in cells)
            counts[OverviewCells.ValueOf(cell.Cell)] += cell.Leads;
        return counts;
    }

    private static Dictionary<Heat, int> ByHeat(IEnumerable<CellCount> cells)
    {
        var found = cells.ToLookup(cell => OverviewCells.Standing(cell.Cell).Heat, cell => cell.Leads);
        return HotFirst.ToDictionary(heat => heat, heat => found[heat].Sum());
    }

    private static int Sum(List<CellCount> cells, LeadStatus status) => cells.Where(cell => OverviewCells.Standing(cell.Cell).Status == status).Sum(cell => cell.Leads);

    private static DateOnly Begin(DateOnly day, CountStep step) => step switch
    {
        CountStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        CountStep.Month => new(day.Year, day.Month, 1),
        _ => day,
    };

    private static DateOnly Next(DateOnly day, CountStep step) => step switch { CountStep.Week => day.AddDays(7), CountStep.Month => day.AddMonths(1), _ => day.AddDays(1) };
}
