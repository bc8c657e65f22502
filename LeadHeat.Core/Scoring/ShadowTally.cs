using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Scoring;

/// <summary>A lead of the history, for a shadow run.</summary>
/// <param name="Score">As it stands.</param>
/// <param name="Outcome">True when won, false when lost, null while it is open.</param>
public readonly record struct PastLead(Guid Id, string Name, int Score, Heat Heat, bool? Outcome, DateTimeOffset CreatedAt, ScoringInput Input);

/// <summary>Counts what a card would do to leads, one after the other; tallies of parts can be put together.</summary>
public sealed class ShadowTally(Scorecard now, Scorecard then)
{
    private const int MostFlips = 200;
    private const int Heats = 4;
    private const int HotWindowDays = 28;
    private const int Scores = 101;
    private const int Step = 5;
    private const int LowestThreshold = 20;
    private static readonly TimeSpan HotWindow = TimeSpan.FromDays(HotWindowDays);

    private readonly int[,] _matrix = new int[Heats, Heats];
    private readonly int[,,] _closed = new int[2, Heats, 2];
    private readonly Dictionary<string, (int Up, int Down)> _rules = [];
    private readonly List<ShadowFlip> _flips = [];
    private readonly int[,] _closedByScore = new int[Scores, 2];
    private readonly List<(DateTimeOffset At, bool IsHot, int Score)> _recent = [];
    private int _mostRecent = 50_000;
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private int _leads;
    private int _flipped;

    /// <summary>Judges a lead by the card.</summary>
    public void Add(in PastLead lead)
    {
        var result = then.Evaluate(lead.Input);
        _leads++;
        _matrix[(int)lead.Heat, (int)result.Heat]++;
        if (lead.Outcome is { } won)
        {
            _closed[0, (int)lead.Heat, won ? 1 : 0]++;
            _closed[1, (int)result.Heat, won ? 1 : 0]++;
            _closedByScore[result.Score, won ? 1 : 0]++;
        }
        (_first, _last) = (lead.CreatedAt < _first ? lead.CreatedAt : _first, lead.CreatedAt > _last ? lead.CreatedAt : _last);
        _recent.Add((lead.CreatedAt, lead.Heat == Heat.Hot, result.Score));
        Forget();
        if (lead.Heat != result.Heat)
            AddFlip(lead, result);
    }

    /// <summary>Takes in what another tally of the same cards counted.</summary>
    public void Add(ShadowTally other)
    {
        _leads += other._leads;
        _flipped += other._flipped;
        for (var from = 0; from < Heats; from++)
        {
            for (var to = 0; to < Heats; to++)
                _matrix[from, to] += other._matrix[from, to];
            for (var won = 0; won < 2; won++)
            {
                _closed[0, from, won] += other._closed[0, from, won];
                _closed[1, from, won] += other._closed[1, from, won];
            }
        }
        for (var score = 0; score < Scores; score++)
        {
            for (var won = 0; won < 2; won++)
                _closedByScore[score, won] += other._closedByScore[score, won];
        }
        foreach (var (rule, (up, down)) in other._rules)
            Count(rule, up, down);
        _flips.AddRange(other._flips);
        Trim(0);
        _recent.AddRange(other._recent);
        (_first, _last) = (other._first < _first ? other._first : _first, other._last > _last ? other._last : _last);
        Forget();
    }

    /// <summary>What was counted.</summary>
    public ShadowReport Report(int capacityPerDay, double milliseconds)
    {
        Trim(0);
        // Of the last weeks, or of all there is where that is less; an empty history has one day without leads.
        var span = _leads == 0 ? TimeSpan.Zero : _last - _first;
        var days = Math.Clamp(Math.Ceiling(span.TotalDays), 1, HotWindowDays);
        var from = _leads == 0 ? _last : _last - (span < HotWindow ? span : HotWindow);
        double PerDay(Func<(DateTimeOffset At, bool IsHot, int Score), bool> counts) => Math.Round(_recent.Count(lead => lead.At >= from && counts(lead)) / days, 2);
        return new(
            $"{now.Name} {now.Version}", _leads, _flipped, Matrix(), _flips,
            [.. _rules.Select(rule => new RuleFlips(rule.Key, TitleOf(rule.Key), rule.Value.Up, rule.Value.Down)).OrderByDescending(rule => rule.Up + rule.Down).ThenBy(rule => rule.Rule, StringComparer.Ordinal)],
            [.. Enum.GetValues<Heat>().OrderDescending().Select(heat => new BandWinRate(heat, Closed(0, heat), Closed(1, heat)))],
            Closed(0, Heat.Hot), Closed(1, Heat.Hot),
            PerDay(lead => lead.IsHot), PerDay(lead => lead.Score >= then.Bands.Hot), capacityPerDay, Math.Round(milliseconds, 1),
            [.. Thresholds().Select(score => new HotThreshold(score, PerDay(lead => lead.Score >= score), ClosedFrom(score)))]);
    }

    // In steps, and the card's own.
    private IEnumerable<int> Thresholds() => Enumerable.Range(0, Scores).Reverse()
        .Where(score => score == then.Bands.Hot || (score % Step == 0 && score >= LowestThreshold && score < Scores - Step));

    private Proportion ClosedFrom(int score)
    {
        var (won, closed) = (0, 0);
        for (; score < Scores; score++)
            (won, closed) = (won + _closedByScore[score, 1], closed + _closedByScore[score, 0] + _closedByScore[score, 1]);
        return Proportion.Of(won, closed);
    }

    // What came before the last weeks is counted for nothing, and memory does not grow with the history.
    private void Forget()
    {
        if (_recent.Count <= _mostRecent)
            return;
        _recent.RemoveAll(lead => lead.At < _last - HotWindow);
        _mostRecent = Math.Max(_mostRecent, 2 * _recent.Count);
    }

    private void AddFlip(in PastLead lead, Qualification result)
    {
        _flipped++;
        var isUp = result.Heat > lead.Heat;
        var (rule, points) = Culprit(now.Evaluate(lead.Input), result, isUp);
        Count(rule, isUp ? 1 : 0, isUp ? 0 : 1);
        _flips.Add(new(lead.Id, lead.Name, lead.Score, result.Score, lead.Heat, result.Heat, rule, TitleOf(rule), points));
        Trim(MostFlips);
    }

    // The line that moved most the way the lead went; where none did, other bands made the difference.
    private static (string Rule, int Points) Culprit(Qualification before, Qualification after, bool isUp)
    {
        (string Rule, int Points) most = ("bands", 0);
        foreach (var rule in after.Ledger.Select(line => line.Rule).Union(before.Ledger.Select(line => line.Rule)))
        {
            var change = after.Ledger.Where(line => line.Rule == rule).Sum(line => line.Points) - before.Ledger.Where(line => line.Rule == rule).Sum(line => line.Points);
            if (isUp ? change > most.Points : change < most.Points)
                most = (rule, change);
        }
        return most;
    }

    private void Count(string rule, int up, int down)
    {
        var (ups, downs) = _rules.GetValueOrDefault(rule);
        _rules[rule] = (ups + up, downs + down);
    }

    // Sorting now and then, not for every lead.
    private void Trim(int slack)
    {
        if (slack > 0 && _flips.Count <= MostFlips + slack)
            return;
        _flips.Sort((left, right) => (Math.Abs(right.ToScore - right.FromScore), right.LeadId).CompareTo((Math.Abs(left.ToScore - left.FromScore), left.LeadId)));
        if (_flips.Count > MostFlips)
            _flips.RemoveRange(MostFlips, _flips.Count - MostFlips);
    }

    private List<BandMove> Matrix()
    {
        List<BandMove> moves = [];
        for (var from = Heats - 1; from >= 0; from--)
        {
            for (var to = Heats - 1; to >= 0; to--)
            {
                if (_matrix[from, to] > 0)
                    moves.Add(new((Heat)from, (Heat)to, _matrix[from, to]));
            }
        }
        return moves;
    }

    private Proportion Closed(int when, Heat heat) => Proportion.Of(_closed[when, (int)heat, 1], _closed[when, (int)heat, 0] + _closed[when, (int)heat, 1]);

    private string TitleOf(string rule) => rule switch
    {
        "bands" => "The bands",
        Scorecard.DecayRule => "Time without a word",
        _ => then.Criteria.Concat(now.Criteria).FirstOrDefault(criterion => criterion.Id == rule)?.Title
            ?? then.Groups.Concat(now.Groups).FirstOrDefault(group => Scorecard.CapPrefix + group.Id == rule)?.Title ?? rule,
    };
}
