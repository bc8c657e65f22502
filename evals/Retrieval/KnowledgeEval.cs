using LeadHeat.Core.Knowledge;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Retrieval;

/// <summary>Asks the playbooks' documents, by words, by meaning and by both.</summary>
internal static class KnowledgeEval
{
    public const string Found = "knowledge hit@3";

    private const int Shown = 3;

    public static IReadOnlyList<Finding> Run(IReadOnlyList<KnowledgeCase> cases, SearchMode mode) => [.. cases.Select(one => Compare(one, mode))];

    private static Finding Compare(KnowledgeCase one, SearchMode mode)
    {
        var hits = Documents.Search(new KnowledgeQuery(one.Question, one.Playbook, Mode: mode, K: Shown));
        var isRight = hits.Any(hit => hit.Source == one.Document + ".md" && hit.Heading.Contains(one.Heading, StringComparison.Ordinal));
        return new(
            one.Id, Found, Found, "plain", one.Question, $"{one.Document}: {one.Heading}",
            hits.Count == 0 ? null : string.Join(" | ", hits.Select(hit => hit.Heading)), isRight);
    }
}
