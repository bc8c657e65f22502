using LeadHeat.Core.Knowledge;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Which questions the documents are asked, where there are homes, too, that a question could be for.</summary>
public class DocumentQuestionTests
{
    private readonly List<KnowledgeQuery> _asked = [];

    [Theory]
    [InlineData("can NRIs buy property in Bangalore?")]
    [InlineData("what documents do I need to buy in Dubai?")]
    [InlineData("can foreigners own a flat in Marina?")]
    [InlineData("is there a metro in Whitefield?")]
    [InlineData("how safe is it to buy off plan in Dubai Marina")]
    [InlineData("do I need to be in Dubai to sign?")]
    public void How_things_work_is_asked_of_the_documents_though_a_place_is_named(string question)
    {
        Say(question);

        Assert.NotEmpty(_asked);
    }

    [Theory]
    [InlineData("what 2bhk options do you have in Whitefield under 2 cr?")]
    [InlineData("is there any villa with a pool in Whitefield?")]
    [InlineData("do you have something near the lake in Whitefield?")]
    [InlineData("can you show me 1 bed flats in Dubai Marina with balcony?")]
    [InlineData("what can I get for 90 lakhs in Whitefield?")]
    [InlineData("would you have a corner plot in Whitefield?")]
    public void What_is_on_offer_is_not_asked_of_the_documents(string question)
    {
        Say(question);

        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("how much loan can I get?")]
    [InlineData("how much deposit is usual in Bangalore?")]
    public void How_much_of_something_is_no_question_for_a_price(string question)
    {
        Say(question);

        Assert.DoesNotContain("price", Assert.Single(_asked).Text);
    }

    [Theory]
    [InlineData("cafe", "where are the beans from?", "origins")]
    [InlineData("cafe", "what machine do you suggest for 150 cups?", "which machine")]
    [InlineData("cafe", "thats too much. do you lease?", "leased")]
    [InlineData("b2b", "who else uses it?", "references")]
    public void A_known_subject_is_asked_for_in_the_playbooks_words(string playbook, string question, string asked)
    {
        new Salesroom(Shipped.Playbooks[playbook], documents: (query, _) =>
        {
            _asked.Add(query);
            return new([]);
        }).Say(question);

        Assert.Contains(asked, Assert.Single(_asked).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_costs_is_a_question_for_a_price()
    {
        Say("how much does the parking cost extra?");

        Assert.EndsWith("price", Assert.Single(_asked).Text);
    }

    private void Say(string text) => new Salesroom(Shipped.RealEstate, documents: (query, _) =>
    {
        _asked.Add(query);
        return new([]);
    }).Say(text);
}
