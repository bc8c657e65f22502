using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class KnowledgeSearchTests(ITestOutputHelper output)
{
    [Fact]
    public void Questions_in_other_words_are_answered_better_by_both_than_by_words_alone_or_meaning_alone()
    {
        var cases = Library.Questions();
        var hits = Enum.GetValues<SearchMode>().ToDictionary(mode => mode, mode => cases.Count(question => Library.Finds(question, mode, 3)));
        foreach (var (mode, count) in hits)
            output.WriteLine($"{mode}: hit@3 {100.0 * count / cases.Count:0.0} hit@1 {100.0 * cases.Count(question => Library.Finds(question, mode, 1)) / cases.Count:0.0} of {cases.Count}");
        foreach (var question in cases.Where(question => !Library.Finds(question, SearchMode.Hybrid, 3)))
            output.WriteLine($"missed: {question.Text} -> {question.Heading} ; {string.Join(" | ", Library.Search(question, SearchMode.Hybrid, 3).Select(hit => hit.Heading))}");
        Assert.True(hits[SearchMode.Hybrid] >= hits[SearchMode.Vector]);
    }
}
