using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>The tool <c>lead_score</c>: the card's judgement, in the words of a tool.</summary>
public static class LeadScorer
{
    /// <summary>Scores a lead by its playbook's card.</summary>
    public static LeadScoreResult Score(Playbook playbook, ScoringInput input)
    {
        var result = playbook.Scorecard.Evaluate(input);
        return new(result.Score, result.Qualified, result.Heat, result.Recommendation, result.Reasons, result.NextStep, playbook.Scorecard.Missing(input));
    }
}
