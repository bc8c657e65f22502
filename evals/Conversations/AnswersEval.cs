using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Retrieval;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Conversations;

/// <summary>Asks the agent what the documents answer, and what no document answers: then it has to say that it does not know.</summary>
internal static class AnswersEval
{
    public const string Answered = "answer from documents";
    public const string Asked = "plain question";
    public const string Admitted = "no answer, none given";

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Finding> Run(
        IReadOnlyList<KnowledgeCase> answered, IReadOnlyList<KnowledgeCase> asked, IReadOnlyList<UnansweredCase> unanswered, PlaybookLibrary playbooks) =>
    [
        .. asked.Select(one => Of(one.Id, Asked, one.Question, $"{one.Document}: {one.Heading}", Ask(one.Question, playbooks[one.Playbook]))),
        .. answered.Select(one => Of(one.Id, Answered, one.Question, $"{one.Document}: {one.Heading}", Ask(one.Question, playbooks[one.Playbook]))),
        .. unanswered.Select(one => Of(one.Id, Admitted, one.Question, null, Ask(one.Question, playbooks[one.Playbook]))),
    ];

    // "document: heading" of the passage that the reply quotes, with the words; null when it quotes none.
    private static (string Place, string Words)? Ask(string question, Playbook playbook)
    {
        var tools = TurnTools.Over([]) with { Read = (query, _) => new(Documents.Search(query)) };
        var player = new ConversationPlayer(playbook, tools, Start);
        // Everything is in memory: nothing is waited for.
        player.SayAsync(question, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (player.Last!.Reply.Citations is not [var citation, ..])
            return null;
        var hit = player.Last.Findings.Passages!.SelectMany(found => found.Hits)
            .First(hit => hit.DocumentId == citation.DocumentId && hit.Start <= citation.Start && citation.Start < hit.Start + hit.Length);
        return ($"{Path.GetFileNameWithoutExtension(hit.Source)}: {hit.Heading}", hit.Text.Substring(citation.Start - hit.Start, citation.Length));
    }

    private static Finding Of(string id, string field, string question, string? expected, (string Place, string Words)? found)
    {
        var isRight = expected is null ? found is null : found is { } answer && IsAt(answer.Place, expected);
        return new(id, field, field, "plain", question, expected, found is { } said ? $"{said.Place}: {said.Words}" : null, isRight);
    }

    // Either may be one of several, with bars between.
    private static bool IsAt(string place, string expected)
    {
        var (documents, headings) = (expected.Split(": ")[0], expected[(expected.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        return documents.Split('|').Any(document => place.StartsWith(document + ":", StringComparison.Ordinal))
            && headings.Split('|').Any(heading => place.Contains(heading, StringComparison.OrdinalIgnoreCase));
    }
}
