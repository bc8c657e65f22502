using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers side questions out of the documents: the one or two sentences that answer, as they stand there, and where they stand.</summary>
internal static class KnowledgeTalk
{
    private const Cues Otherwise =
        Cues.AsksForHuman | Cues.Refusal | Cues.IsBot | Cues.SmallTalk | Cues.OffTopic | Cues.Spam | Cues.Injection | Cues.Visit | Cues.Callback | Cues.Complaint
        | Cues.More | Cues.Cheaper | Cues.Expensive | Cues.Discount | Cues.AsksWhy | Cues.Reset;

    private const int LongestQuestion = 900;

    private static readonly string[] FromData = ["features", "market", "brochure", "unit_size", "unit_baths", "unit_available"];

    /// <summary>The question for the documents; null when the message asks none that they could answer.</summary>
    public static string? QuestionOf(PlannedTurn turn)
    {
        if (turn.Playbook.Knowledge.Count == 0)
            return null;
        if (turn.Accepted is { Action: CoachingAction.Topic } rule)
            return $"{rule.Topic!.Replace('_', ' ')} {turn.Facts.FirstOrDefault(fact => fact.Field == turn.Playbook.Inventory?.Areas)?.Display}".Trim();
        var message = turn.Understood;
        if (message.Has(Otherwise) && message.Topic is null || message.Injection || (message.Topic is { } topic && FromData.Contains(topic)) || UnitAnswers.AreMeant(turn))
            return null;
        var asks = message.Topic is not null || (message.Has(Cues.Question) && !IsAboutOffer(turn));
        if (!asks || message.Text.Length is < 4 or > LongestQuestion)
            return null;
        // Documents speak of prices where people ask what it costs.
        return message.Has(Cues.Price) && message.Topic is null ? message.Text + " price" : message.Text;
    }

    /// <summary>Answers from the documents; false when they do not say.</summary>
    public static bool Write(Draft draft)
    {
        if (draft.Findings.Passages is not [var found, ..] || AnswerPicker.Pick(found.Question, found.Hits, TopicWords(draft.Turn)) is not { } answer)
            return false;
        draft.Note("knowledge", $"{answer.Hit.Title} answers it");
        draft.Add(answer.Text);
        draft.Cite(new(answer.Hit.DocumentId, answer.Start, answer.Length, answer.Hit.Title));
        draft.Answered = true;
        return true;
    }

    private static IReadOnlyList<string> TopicWords(PlannedTurn turn) =>
        turn.Playbook.Topics.FirstOrDefault(topic => topic.Name == turn.Understood.Topic)?.Words ?? [];

    // "Do you have 2 BHKs in Hebbal?" is a search, "how much is it?" a price.
    private static bool IsAboutOffer(PlannedTurn turn) => turn.Playbook.HasInventory
        && (turn.NewFacts.Count > 0 || turn.Understood.Has(Cues.Price | Cues.Availability | Cues.Compare | Cues.Search) && turn.Understood.Topic is null);
}
