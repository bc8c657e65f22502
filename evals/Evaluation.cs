using System.Diagnostics;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Playbooks;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Messages;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals;

/// <summary>Runs all cases.</summary>
internal sealed class Evaluation(PlaybookLibrary playbooks, Bars bars)
{
    // Shorter names are mistyped into anything.
    private const int LettersForOneError = 6;
    private const int LettersForTwoErrors = 9;

    public static Evaluation OfShipped() => new(CaseFiles.Playbooks(), CaseFiles.Bars());

    /// <param name="at">When it is.</param>
    /// <param name="before">The last run's report, for the difference.</param>
    public EvalReport Run(DateTimeOffset at, EvalReport? before)
    {
        var watch = Stopwatch.StartNew();
        var cases = CaseFiles.Messages();
        var messages = MessageEval.Run(cases, playbooks);
        var measures = new Measures(bars);
        measures.OfMessages(messages);
        var typos = new[] { PlaceTyposEval.Run(playbooks, 1, LettersForOneError), PlaceTyposEval.Run(playbooks, 2, LettersForTwoErrors) };
        measures.Add("places.typo1", typos[0], Tally.Right);
        measures.Add("places.typo2", typos[1], Tally.Right);
        Finding[] all = [.. messages, .. typos[0], .. typos[1]];
        return new EvalReport(
            at, cases.Count + typos.Sum(one => one.Count), Math.Round(watch.Elapsed.TotalSeconds, 2), measures.All, Tally.ByField(all), Tally.ByVoice(messages),
            [.. all.Where(finding => !finding.IsRight).OrderByDescending(finding => finding.IsWrong).Select(Miss)]).Beside(before);
    }

    private static EvalMiss Miss(Finding finding) =>
        new(finding.Case, finding.Part, finding.IsWrong, finding.Text, finding.Expected ?? "nothing", finding.Found ?? "nothing");
}
