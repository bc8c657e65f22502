using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Tests.Core.Dialogue;

namespace LeadHeat.Tests.Core.Grounding;

/// <summary>Lines of questions under a section: they find it, and say nothing.</summary>
public class AskedAsTests
{
    private const string Section = "You may end the contract at the close of any month.\n\n_Can I get out early? Is there a lock-in?_";

    [Fact]
    public void Question_in_customers_words_finds_the_answer_and_is_not_quoted()
    {
        var room = new Salesroom(Shipped.B2b, documents: (_, _) => new([Hit(Section)]));

        var reply = room.Say("is there a lock-in?").Reply;

        Assert.Contains("You may end the contract at the close of any month.", reply);
        Assert.DoesNotContain("lock-in", reply);
    }

    [Fact]
    public void Section_without_such_a_line_does_not_answer()
    {
        var room = new Salesroom(Shipped.B2b, documents: (_, _) => new([Hit(AskedAs.Without(Section))]));

        Assert.DoesNotContain("end the contract", room.Say("is there a lock-in?").Reply);
    }

    [Theory]
    [InlineData("You may end the contract at the close of any month.\n\n_Can you end the contract at the close of any month, or is there a lock-in?_")]
    [InlineData("_Can you end the contract at the close of any month, or is there a lock-in?_\r\n\r\nYou may end the contract at the close of any month.")]
    public void Only_what_a_document_states_is_cited(string text)
    {
        const string Reply = "Can you end the contract at the close of any month? You may, and there is no lock-in to end the contract at the close of.";
        var findings = ToolFindings.None.With(new ToolWish(ToolNames.KnowledgeSearch, Text: "end"), (IReadOnlyList<KnowledgeHit>)[Hit(text) with { Start = 40 }]);

        var citation = Assert.Single(Citations.Of(Reply, findings));

        Assert.Equal("You may end the contract at the close of any month.", text.Substring(citation.Start - 40, citation.Length));
    }

    [Theory]
    [InlineData("Plain words.", "Plain words.", "")]
    [InlineData("Is this a question? It is text.", "Is this a question? It is text.", "")]
    [InlineData("One.\n_Two? Three?_\nFour.", "One.\nFour.", "_Two? Three?_")]
    [InlineData("One.\n*Two?*", "One.", "*Two?*")]
    [InlineData("* Is it free?\n* Yes.", "* Is it free?\n* Yes.", "")]
    [InlineData("_An emphasised statement._", "_An emphasised statement._", "")]
    public void Only_an_emphasised_line_of_questions_is_left_out(string text, string without, string questions)
    {
        Assert.Equal(without, AskedAs.Without(text));
        Assert.Equal(questions, AskedAs.In(text));
        Assert.Equal(text.Length, AskedAs.Blanked(text).Length);
        Assert.Equal(without, string.Join('\n', AskedAs.Blanked(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    private static KnowledgeHit Hit(string text) =>
        new(Guid.NewGuid(), "Contract", "b2b", "terms", "contract.md", "Ending it", text, 0, text.Length, 1, new(2, 0.75));
}
