using LeadHeat.Core.Conversations;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers side questions out of the documents: the one or two sentences that answer, as they stand there, and where they stand.</summary>
internal static class KnowledgeTalk
{
    /// <summary>Answers from the documents; false when they do not say.</summary>
    public static bool Write(Draft draft)
    {
        List<PickedAnswer> answers = [];
        var price = KnowledgeQuestions.AsksPrice(draft.Turn);
        foreach (var found in draft.Findings.Passages)
        {
            if (PickNew(draft, found.Question, found.Hits, price) is not { } answer || answers.Exists(other => other.Text == answer.Text))
                continue;
            answers.Add(answer);
            // "What does it cost?" is answered with more than one plan.
            if (price && Analyzer.Terms(found.Question).Count <= KnowledgeQuestions.WordsToStandAlone && OtherPrice(draft, found, answer) is { } other)
                answers.Add(other);
        }
        foreach (var answer in answers)
        {
            draft.Note("knowledge", $"{answer.Hit.Title} answers it");
            draft.Add(answer.Text);
            draft.Cite(new(answer.Hit.DocumentId, answer.Start, answer.Length, answer.Hit.Title));
            draft.Answered = true;
        }
        return answers.Count > 0;
    }

    // What was quoted already is not quoted again while another passage answers, too.
    private static PickedAnswer? PickNew(Draft draft, string question, IReadOnlyList<KnowledgeHit> hits, bool price) =>
        Pick(draft, question, hits, price) is not { } first ? null
        : WasSaid(draft, first.Text) ? Pick(draft, question, [.. hits.Where(hit => hit != first.Hit && hit.DocumentId == first.Hit.DocumentId)], price) ?? first : first;

    private static bool WasSaid(Draft draft, string text) => draft.Turn.Context.History.Any(message => message.Author == MessageAuthor.Bot && message.Text.Contains(text, StringComparison.Ordinal));

    private static PickedAnswer? Pick(Draft draft, string question, IReadOnlyList<KnowledgeHit> hits, bool price) =>
        AnswerPicker.Pick(Said(question, PassageFit.Unsaid(draft.Turn)), PassageFit.Of(draft.Turn, hits), PassageFit.TopicOf(draft.Turn)?.Words ?? [], draft.Turn.Playbook.Synonyms, price);

    // The place was searched for and not said: a sentence that names it says nothing more about the question.
    private static string Said(string question, string unsaid) => unsaid.Length > 0 && question.EndsWith(unsaid, StringComparison.Ordinal) ? question[..^unsaid.Length] : question;

    private static PickedAnswer? OtherPrice(Draft draft, KnowledgeFinding found, PickedAnswer first) =>
        Pick(draft, found.Question, [.. found.Hits.Where(hit => hit.DocumentId == first.Hit.DocumentId && hit.Start != first.Hit.Start)], price: true);
}
