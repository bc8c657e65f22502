using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Tests.Core.Dialogue;

namespace LeadHeat.Tests.Core.Grounding;

public sealed class ClaimsGuardTests
{
    private const string Passage = "The building's pool is open from April. Service charges are 14 dirhams per square foot, and students get 5 per cent off. A purchase takes three to four weeks.";

    // The room has shown Home 1, 2 and 4 in Whitefield: 1.45, 1.78 and 1.82 crore; the visitor may pay 2 crore and asked for a pool.
    private static readonly Evidence Known = MakeEvidence(ownWords: false);

    [Theory]
    [InlineData("Home 1 costs ₹1.45 Cr.")]
    [InlineData("Home 1 is priced at INR 14,500,000 and has 2 bedrooms.")]
    [InlineData("Home 2 is about ₹1.8 Cr, well within your budget of 2 crore.")]
    [InlineData("I found three homes in Whitefield for you.")]
    [InlineData("Service charges are 14 dirhams per square foot.")]
    [InlineData("Students get 5% off.")]
    [InlineData("It usually takes 3 to 4 weeks.")]
    [InlineData("There is a pool, open from April.")]
    [InlineData("Two of them are available now.")]
    [InlineData("Would Saturday suit you?")]
    [InlineData("I can't promise a discount, but I'll ask the team.")]
    [InlineData("1. Home 1\n2. Home 2\n")]
    [InlineData("Let's take it one step at a time.")]
    [InlineData("")]
    public void What_units_documents_and_the_visitor_say_stays(string reply) => Assert.Equal((reply, 0), Result(reply));

    [Theory]
    [InlineData("Home 1 costs ₹1.25 Cr.", ClaimKind.Price)]
    [InlineData("Home 1 costs ₹1.78 Cr.", ClaimKind.Price)]
    [InlineData("Prices start at AED 900k.", ClaimKind.Price)]
    [InlineData("That is only 40 lakhs.", ClaimKind.Price)]
    [InlineData("It has 3 balconies and 7 lifts.", ClaimKind.Number)]
    [InlineData("You get 10% off today.", ClaimKind.Discount)]
    [InlineData("We waive the commission for you.", ClaimKind.Discount)]
    [InlineData("Only 2 units left!", ClaimKind.Urgency)]
    [InlineData("These homes are selling fast.", ClaimKind.Urgency)]
    [InlineData("Hurry, prices will rise next month.", ClaimKind.Urgency)]
    [InlineData("Your viewing is on Saturday.", ClaimKind.Date)]
    [InlineData("Home 1 has a gym and a helipad with sea view.", ClaimKind.Amenity)]
    [InlineData("The handover takes nine weeks.", ClaimKind.Number)]
    public void What_nothing_says_goes_and_it_is_written_down(string claim, ClaimKind kind)
    {
        var guarded = ClaimsGuard.Check($"Good choice. {claim} Shall we go on?", Known);

        Assert.Equal("Good choice. Shall we go on?", guarded.Text);
        var verdict = Assert.Single(guarded.Removed);
        Assert.Equal((claim, kind), (verdict.Sentence, verdict.Kind));
        Assert.Contains(verdict.Claim, claim, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_available_where_nobody_looked()
    {
        var room = new Salesroom(Shipped.RealEstate).After("Hi");

        Assert.Equal(ClaimKind.Availability, Assert.Single(ClaimsGuard.Check("We have great homes available.", Evidence.Of(room.Last.Turn, ToolFindings.None, ownWords: false)).Removed).Kind);
    }

    [Fact]
    public void A_sentence_that_rests_on_a_document_names_its_words()
    {
        var hit = Hit(40);
        var findings = ToolFindings.None.With(new ToolWish(ToolNames.KnowledgeSearch, Text: "charges"), (IReadOnlyList<KnowledgeHit>)[hit]);

        var citation = Assert.Single(Citations.Of("Sure! The service charges are 14 dirhams for each square foot.", findings));

        Assert.Equal("Service charges are 14 dirhams per square foot, and students get 5 per cent off.", Passage.Substring(citation.Start - 40, citation.Length));
        Assert.Equal((hit.DocumentId, hit.Title), (citation.DocumentId, citation.Title));
    }

    private static (string Text, int Removed) Result(string reply) => (ClaimsGuard.Check(reply, Known).Text, ClaimsGuard.Check(reply, Known).Removed.Count);

    private static Evidence MakeEvidence(bool ownWords)
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 crore with a pool");
        return Evidence.Of(room.Last.Turn, room.Findings.With(new ToolWish(ToolNames.KnowledgeSearch, Text: "pool"), (IReadOnlyList<KnowledgeHit>)[Hit(0)]), ownWords);
    }

    private static KnowledgeHit Hit(int start) =>
        new(new Guid(1, 2, 3, new byte[8]), "House rules", "real-estate", "service", "rules.md", "", Passage, start, Passage.Length, 1, new(1, 1));
}
