using LeadHeat.Core.Knowledge;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What is true of another place, or speaks of another subject, answers nothing.</summary>
public sealed class PassageFitTests
{
    private static readonly KnowledgeHit Hills = Hit("areas", "Areas of Dubai › Dubai Hills Estate", "A green suburb with a park, a hospital and well-known schools for families.");
    private static readonly KnowledgeHit Whitefield = Hit("areas", "Areas of Bangalore › Whitefield", "International schools, hospitals and malls are near Whitefield.");
    private static readonly KnowledgeHit Ready = Hit("finance", "Payment plans › Ready or off-plan?", "With children at schools, a ready home is usually the safer choice.");
    private static readonly KnowledgeHit Transfer = Hit("costs", "Fees › Dubai: what comes on top", "The transfer fee is four per cent of the price.");

    [Theory]
    [InlineData("2 bhk in Whitefield under 2 cr", "schools?", "International schools")]
    [InlineData("villa in Dubai Hills under 9m", "which school is near?", "A green suburb")]
    [InlineData("2 bhk in Bellandur under 2 cr", "schools?", null)]
    [InlineData("2 bhk in Whitefield under 2 cr", "what are the schools like in Dubai Hills?", "A green suburb")]
    public void Only_the_conversations_own_place_answers(string first, string question, string? answer) => Expect(first, question, answer, Hills, Ready, Whitefield);

    [Theory]
    [InlineData("villa in Dubai under 9m", "how much is the transfer fee?", "The transfer fee")]
    [InlineData("2 bhk in Whitefield under 2 cr", "how much is the transfer fee?", null)]
    public void What_holds_in_another_country_is_not_said(string first, string question, string? answer) => Expect(first, question, answer, Transfer);

    [Theory]
    [InlineData("how many are left?")]
    [InlineData("which unit is it?")]
    [InlineData("is that enough?")]
    public void What_names_no_subject_is_asked_of_no_document(string question) =>
        Assert.DoesNotContain("schools", Say("2 bhk in Whitefield under 2 cr", question, Whitefield), StringComparison.Ordinal);

    private static void Expect(string first, string question, string? answer, params KnowledgeHit[] hits)
    {
        var reply = Say(first, question, hits);

        if (answer is not null)
            Assert.Contains(answer, reply, StringComparison.Ordinal);
        else
            Assert.Contains("colleague", reply, StringComparison.Ordinal);
    }

    private static string Say(string first, string question, params KnowledgeHit[] hits) =>
        new Salesroom(Shipped.RealEstate, documents: (_, _) => new(hits)).After(first).Say(question).Reply;

    private static KnowledgeHit Hit(string category, string heading, string text) =>
        new(new(heading.Length, 7, 7, new byte[8]), heading.Split(" › ")[0], "real-estate", category, "a.md", heading, text, 0, text.Length, 1, new(4, 0.8));
}
