using LeadHeat.Core.Knowledge;
using LeadHeat.Web.Knowledge;

namespace LeadHeat.Tests.Web;

/// <summary>Passages that were found, as the page shows them.</summary>
public sealed class ExcerptTests
{
    private const string Section = "Plans end **with the month**.\n\n_Can I cancel any time? Is there a lock-in?_";

    [Fact]
    public void Passage_is_shown_without_its_signs_and_with_the_questions_words_lit()
    {
        var parts = Excerpt.Of(Hit(Section), "can I cancel by the month?");

        Assert.Equal(["Plans end with the month.", "Can I cancel any time? Is there a lock-in?"], parts.Select(TextOf));
        Assert.Equal(["month", "cancel"], parts.SelectMany(part => part).SelectMany(group => group[0].Runs).Where(run => run.Lit).Select(run => run.Text));
    }

    [Fact]
    public void Customers_questions_are_shown_only_where_they_say_why_it_was_found() =>
        Assert.Equal(["Plans end with the month."], Excerpt.Of(Hit(Section), "which plans?").Select(TextOf));

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("notes.pdf")]
    public void What_is_not_markdown_is_shown_as_it_stands(string source) =>
        Assert.Equal([Section], Excerpt.Of(Hit(Section) with { Source = source }, "cancel").Select(TextOf));

    [Theory]
    [InlineData(Section, 29)]
    [InlineData("Plans end.", 10)]
    [InlineData("_Is there a lock-in?_", 21)]
    public void What_is_lit_in_the_document_ends_before_the_questions(string text, int length) => Assert.Equal(length, Excerpt.Stated(Hit(text)));

    [Theory]
    [InlineData(2.0, 0.5, "by words and meaning", "words 2.0, meaning 0.50")]
    [InlineData(2.0, null, "by words", "words 2.0")]
    [InlineData(null, 0.5, "by meaning", "meaning 0.50")]
    public void What_found_it_is_said_in_words_and_on_request_in_figures(double? words, double? meaning, string said, string figures)
    {
        var hit = Hit(Section) with { Parts = new(words, meaning) };

        Assert.Equal((said, figures), (Excerpt.FoundBy(hit), Excerpt.Figures(hit)));
    }

    [Theory]
    [InlineData("Price Lists", "price-lists")]
    [InlineData(" b2b ", "b2b")]
    [InlineData("Fees & taxes (2026)", "fees-taxes-2026")]
    [InlineData("real-estate", "real-estate")]
    [InlineData("…", "")]
    [InlineData(null, "")]
    public void Name_of_a_collection_may_be_written_in_any_way(string? written, string name) => Assert.Equal(name, DocumentUpload.NameOf(written));

    private static string TextOf(IReadOnlyList<IReadOnlyList<MarkdownBlock>> part) => string.Join('|', part.Select(group => string.Concat(group[0].Runs.Select(run => run.Text))));

    private static KnowledgeHit Hit(string text) =>
        new(Guid.NewGuid(), "Contract", "b2b", "terms", "contract.md", "Ending it", text, 0, text.Length, 1, new(2, 0.75));
}
