using LeadHeat.Core.Evals;
using LeadHeat.Evals.Conversations;
using LeadHeat.Evals.Retrieval;

namespace LeadHeat.Evals.Scores;

/// <summary>Computes the figures that have bars.</summary>
internal sealed class Measures(Bars bars)
{
    private readonly List<EvalMeasure> _all = [];

    public IReadOnlyList<EvalMeasure> All => _all;

    public void OfMessages(IReadOnlyList<Finding> findings)
    {
        Add("budget.right", Of(findings, "budget"), Tally.Right, expected: true);
        Add("budget.wrong", Of(findings, "budget"), Tally.Wrong);
        Add("timeline.right", Of(findings, "timeline"), Tally.Right, expected: true);
        Add("contact.right", Of(findings, "contact"), Tally.Right, expected: true);
        Add("places.false", [.. Of(findings, "places").Where(finding => finding.Part == "places")], Tally.Wrong);
        Add("intent.f1", Of(findings, "intent"), Tally.MacroF1);
        Add("sentiment.f1", Of(findings, "sentiment"), Tally.MacroF1);
        Add("later.intent.f1", Later(Of(findings, "intent")), Tally.MacroF1);
        Add("later.sentiment.f1", Later(Of(findings, "sentiment")), Tally.MacroF1);
        Add("injection.caught", Of(findings, "injection"), Tally.Right, expected: true);
        Add("injection.false", [.. Of(findings, "injection").Where(finding => finding.Expected is null)], Tally.Wrong);
    }

    public void OfConversations(IReadOnlyList<Finding> findings)
    {
        Add("conversations.fields", Of(findings, ConversationEval.Fields), Tally.F1);
        Add("conversations.stage", Of(findings, "stage"), Tally.Right);
        Add("conversations.handoff", Of(findings, "handoff"), Tally.Right);
        Add("conversations.type", Of(findings, "customer type"), Tally.Right);
        Add("conversations.heat", Of(findings, "heat"), Tally.Right);
        Add("conversations.mentions", Of(findings, ConversationEval.Mentions), Tally.Right);
        Add("conversations.claims", Of(findings, ConversationEval.Claims), Tally.Wrong);
        Add("conversations.manners", Of(findings, ConversationEval.Manners), Tally.Wrong);
    }

    public void OfAnswers(IReadOnlyList<Finding> findings)
    {
        Add("answers.right", Of(findings, AnswersEval.Answered), Tally.Right);
        Add("answers.other", Of(findings, AnswersEval.Answered), Tally.Wrong);
        Add("answers.asked", Of(findings, AnswersEval.Asked), Tally.Right);
        Add("answers.asked_wrong", Of(findings, AnswersEval.Asked), Tally.Wrong);
        Add("answers.invented", Of(findings, AnswersEval.Admitted), Tally.Wrong);
    }

    /// <param name="words">How many answers are found by words alone.</param>
    /// <param name="meaning">And by meaning alone.</param>
    public void OfRetrieval(IReadOnlyList<Finding> homes, IReadOnlyList<Finding> answers, double words, double meaning)
    {
        Add("inventory.hit3", Of(homes, InventoryEval.Found), Tally.Right);
        Add("inventory.broken", Of(homes, InventoryEval.Facts), Tally.Wrong);
        Add("knowledge.hit3", answers, Tally.Right);
        Add("knowledge.words", "", words, answers.Count);
        Add("knowledge.meaning", "", meaning, answers.Count);
        Add("knowledge.over_words", KnowledgeEval.Found, Tally.Right(answers) - words, answers.Count);
        Add("knowledge.over_meaning", KnowledgeEval.Found, Tally.Right(answers) - meaning, answers.Count);
    }

    /// <param name="expected">Whether only findings count where a value was expected.</param>
    public void Add(string name, IReadOnlyCollection<Finding> findings, Func<IReadOnlyCollection<Finding>, double> measure, bool expected = false) =>
        Add(name, findings.FirstOrDefault()?.Field ?? "", measure(findings), expected ? findings.Count(finding => finding.Expected is not null) : findings.Count);

    /// <exception cref="InvalidDataException">There is no such bar.</exception>
    public void Add(string name, string group, double value, int cases)
    {
        var bar = bars.Find(name) ?? throw new InvalidDataException($"bars.json says nothing about '{name}'.");
        if (cases > 0)
            _all.Add(new(name, bar.Title, group, value, cases, bar.AtMost is not null, bar.AtLeast ?? bar.AtMost, bars.Floors.TryGetValue(name, out var floor) ? floor : null, null));
    }

    // What was written after the product had been improved on the rest tells understanding from sentences known by heart.
    private static Finding[] Later(Finding[] findings) =>
        [.. findings.Where(finding => Array.Exists(LaterFiles, finding.Case.StartsWith))];

    private static readonly string[] LaterFiles = ["second-", "third-", "fourth-", "fifth-"];

    private static Finding[] Of(IReadOnlyList<Finding> findings, string field) => [.. findings.Where(finding => finding.Field == field)];
}
