using LeadHeat.Core.Knowledge;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Retrieval;

/// <summary>
/// Asks the playbooks' documents, in the ways that search could: what each part brings. The questions are in other words than the documents', so that the sections'
/// own lines of questions are left out, except in <see cref="RunAsked"/>.
/// </summary>
internal static class KnowledgeEval
{
    public const string Found = "knowledge hit@3";

    private const int Shown = 3;

    // As it is usually done: the first of a list counts 1/61, the second 1/62.
    private const int RankConstant = 60;
    private const int Ranked = 50;

    /// <summary>As <c>GET /api/knowledge/search</c> finds in the playbooks' documents as they are, with their lines of questions.</summary>
    public static IReadOnlyList<Finding> RunAsked(IReadOnlyList<KnowledgeCase> cases) =>
        [.. cases.Select(one => Compare(one, Documents.Search(new KnowledgeQuery(one.Question, one.Playbook, K: Shown), synonyms: true)))];

    /// <summary>As <c>GET /api/knowledge/search</c> finds when no mode is named: by both, with synonyms.</summary>
    public static IReadOnlyList<Finding> Run(IReadOnlyList<KnowledgeCase> cases) => Run(cases, SearchMode.Hybrid, synonyms: true);

    /// <param name="synonyms">Whether the question's vector has the playbook's synonyms in it.</param>
    public static IReadOnlyList<Finding> Run(IReadOnlyList<KnowledgeCase> cases, SearchMode mode, bool synonyms) =>
        [.. cases.Select(one => Compare(one, Search(one, mode, synonyms, Shown)))];

    /// <summary>Both lists, with synonyms, made one by their ranks alone (reciprocal rank fusion).</summary>
    public static IReadOnlyList<Finding> RunByRank(IReadOnlyList<KnowledgeCase> cases) => [.. cases.Select(one => Compare(one, ByRank(one)))];

    private static IReadOnlyList<KnowledgeHit> ByRank(KnowledgeCase one) =>
        [.. Ranks(one, SearchMode.Lexical).Concat(Ranks(one, SearchMode.Vector))
            .GroupBy(ranked => (ranked.Hit.DocumentId, ranked.Hit.Start), (_, same) => (same.First().Hit, Score: same.Sum(ranked => ranked.Score)))
            .OrderByDescending(fused => fused.Score).Take(Shown).Select(fused => fused.Hit)];

    private static IEnumerable<(KnowledgeHit Hit, double Score)> Ranks(KnowledgeCase one, SearchMode mode) =>
        Search(one, mode, synonyms: true, Ranked).Select((hit, rank) => (hit, 1.0 / (RankConstant + rank + 1)));

    private static IReadOnlyList<KnowledgeHit> Search(KnowledgeCase one, SearchMode mode, bool synonyms, int count) =>
        Documents.Search(new KnowledgeQuery(one.Question, one.Playbook, Mode: mode, K: count), synonyms, asked: false);

    private static Finding Compare(KnowledgeCase one, IReadOnlyList<KnowledgeHit> hits)
    {
        var isRight = hits.Any(hit => hit.Source == one.Document + ".md" && hit.Heading.Contains(one.Heading, StringComparison.Ordinal));
        return new(
            one.Id, Found, Found, "plain", one.Question, $"{one.Document}: {one.Heading}",
            hits.Count == 0 ? null : string.Join(" | ", hits.Select(hit => hit.Heading)), isRight);
    }
}
