using System.Diagnostics;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Conversations;
using LeadHeat.Evals.Messages;
using LeadHeat.Evals.Retrieval;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals;

/// <summary>Runs all cases over what the product ships.</summary>
public sealed class Evaluation
{
    private readonly PlaybookLibrary _playbooks = CaseFiles.Playbooks();
    private readonly Scores.Bars _bars = CaseFiles.Bars();

    /// <summary>The names of the figures that have bars.</summary>
    public static IReadOnlyList<string> Bars => [.. CaseFiles.Bars().All.Select(bar => bar.Name)];

    /// <param name="at">When it is.</param>
    /// <param name="before">The last run's report, for the difference.</param>
    public EvalReport Run(DateTimeOffset at, EvalReport? before)
    {
        var watch = Stopwatch.StartNew();
        var cases = CaseFiles.Messages();
        var messages = MessageEval.Run(cases, _playbooks);
        var measures = new Measures(_bars);
        measures.OfMessages(messages);
        var typos = new[] { PlaceTyposEval.Run(_playbooks, 1), PlaceTyposEval.Run(_playbooks, 2) };
        measures.Add("places.typo1", typos[0], Tally.Right);
        measures.Add("places.typo2", typos[1], Tally.Right);
        var talks = CaseFiles.Conversations();
        var conversations = ConversationEval.Run(talks, _playbooks);
        measures.OfConversations(conversations);
        var retrieval = Retrieval(measures);
        Finding[] all = [.. messages, .. typos[0], .. typos[1], .. conversations, .. retrieval];
        return new EvalReport(
            at, cases.Count + typos.Sum(one => one.Count) + talks.Count + retrieval.Count, Math.Round(watch.Elapsed.TotalSeconds, 2), measures.All, Tally.ByField(all), Tally.ByVoice(messages),
            [.. all.Where(finding => !finding.IsRight).OrderByDescending(finding => finding.IsWrong).Select(Miss)]).Beside(before);
    }

    private List<Finding> Retrieval(Measures measures)
    {
        var homes = new InventoryEval(_playbooks["real-estate"]).Run(CaseFiles.Searches());
        var questions = CaseFiles.Questions();
        var answers = KnowledgeEval.Run(questions);
        measures.OfRetrieval(
            homes, answers, Tally.Right(KnowledgeEval.Run(questions, SearchMode.Lexical, synonyms: false)),
            Tally.Right(KnowledgeEval.Run(questions, SearchMode.Vector, synonyms: false)));
        measures.Add("knowledge.meaning_synonyms", KnowledgeEval.Run(questions, SearchMode.Vector, synonyms: true), Tally.Right);
        measures.Add("knowledge.no_synonyms", KnowledgeEval.Run(questions, SearchMode.Hybrid, synonyms: false), Tally.Right);
        measures.Add("knowledge.asked", KnowledgeEval.RunAsked(questions), Tally.Right);
        measures.Add("knowledge.by_rank", KnowledgeEval.RunByRank(questions), Tally.Right);
        var said = AnswersEval.Run(questions, CaseFiles.Asked(), CaseFiles.Unanswered(), _playbooks);
        measures.OfAnswers(said);
        return [.. homes, .. answers, .. said];
    }

    private static EvalMiss Miss(Finding finding) =>
        new(finding.Case, finding.Field, finding.Part, finding.IsWrong, finding.Text, finding.Expected ?? "nothing", finding.Found ?? "nothing");
}
