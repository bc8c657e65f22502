using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers side questions out of the documents: the one or two sentences that answer, as they stand there, and where they stand.</summary>
internal static class KnowledgeTalk
{
    private const Cues Otherwise =
        Cues.AsksForHuman | Cues.Refusal | Cues.IsBot | Cues.SmallTalk | Cues.Spam | Cues.Injection | Cues.Visit | Cues.Callback | Cues.Complaint
        | Cues.More | Cues.AsksWhy | Cues.Reset;

    // Where there are units, these are about them.
    private const Cues AboutUnits = Cues.Cheaper | Cues.Expensive | Cues.Discount;

    private const int ShortestQuestion = 4;
    private const int LongestQuestion = 900;
    private const int MostQuestions = 2;

    // "And for it?" says nothing without the sentence before it.
    private const int WordsToStandAlone = 2;

    // "Where is it stored and are you certified?" asks two things.
    private static readonly string[] Joints = [" and are you ", " and do you ", " and can you ", " and is there ", " and what ", " and where ", " and how "];

    private static readonly string[] FromData = ["features", "market", "brochure", "unit_size", "unit_baths", "unit_available"];

    /// <summary>The questions for the documents; none when the message asks nothing that they could answer.</summary>
    public static IReadOnlyList<string> QuestionsOf(PlannedTurn turn)
    {
        if (turn.Playbook.Knowledge.Count == 0)
            return [];
        if (turn.Accepted is { Action: CoachingAction.Topic } rule)
            return [$"{rule.Topic!.Replace('_', ' ')} {turn.Facts.FirstOrDefault(fact => fact.Field == turn.Playbook.Inventory?.Areas)?.Display}".Trim()];
        var message = turn.Understood;
        if (message.Text.Length is < ShortestQuestion or > LongestQuestion || message.Injection || IsForOthers(turn) || !Asks(turn))
            return [];
        // Documents speak of prices where people ask what it costs.
        var price = message.Has(Cues.Price) && message.Topic is null ? " price" : "";
        return Sentences(message.Text) is { Count: > 0 } sentences ? [.. sentences.Select(sentence => sentence + price)] : [message.Text + price];
    }

    private static bool IsForOthers(PlannedTurn turn)
    {
        var message = turn.Understood;
        return message.Topic is { } topic ? FromData.Contains(topic) || UnitAnswers.AreMeant(turn)
            : message.Has(turn.Playbook.HasInventory ? Otherwise | AboutUnits : Otherwise) || UnitAnswers.AreMeant(turn);
    }

    private static bool Asks(PlannedTurn turn)
    {
        var message = turn.Understood;
        return message.Topic is not null
            || (message.Has(Cues.Question) || (turn.NewFacts.Count == 0 && message.Intent is Intent.ProductQuestion or Intent.PriceQuestion)) && !IsAboutOffer(turn);
    }

    // What is asked, without the greeting and the facts around it.
    private static List<string> Sentences(string text)
    {
        List<string> questions = [];
        for (int start = 0, i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or ';' or '\n') || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])))
                continue;
            var sentence = text[start..i].Trim();
            start = i + 1;
            if (text[i] != '?')
                continue;
            foreach (var question in sentence.Split(Joints, StringSplitOptions.TrimEntries))
            {
                if (Analyzer.Terms(question).Count < WordsToStandAlone)
                    return [];
                questions.Add(question);
            }
        }
        return questions.Count <= MostQuestions ? questions : [];
    }

    /// <summary>Answers from the documents; false when they do not say.</summary>
    public static bool Write(Draft draft)
    {
        List<PickedAnswer> answers = [];
        foreach (var found in draft.Findings.Passages)
        {
            if (AnswerPicker.Pick(found.Question, found.Hits, TopicWords(draft.Turn), draft.Turn.Playbook.Synonyms) is { } answer && answers.All(other => other.Text != answer.Text))
                answers.Add(answer);
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

    private static IReadOnlyList<string> TopicWords(PlannedTurn turn) =>
        turn.Playbook.Topics.FirstOrDefault(topic => topic.Name == turn.Understood.Topic)?.Words ?? [];

    // "Do you have 2 BHKs in Hebbal?" is a search, "how much is it?" a price.
    private static bool IsAboutOffer(PlannedTurn turn) => turn.Playbook.HasInventory
        && (turn.Understood.Intent == Intent.PropertySearch || turn.Understood.Has(Cues.Compare | Cues.Search)
            || (turn.Understood.Has(Cues.Price | Cues.Availability) && (turn.NewFacts.Count > 0 || Analyzer.Terms(turn.Understood.Text).Count < WordsToStandAlone)));
}
