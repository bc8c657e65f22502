using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Plain sentences that strangers wrote and others like them, each beside what looks like it and is none.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("can pay upto 45k monthly rent in Koramangala", "Koramangala")]
    [InlineData("max rent in Whitefield 30k", "Whitefield")]
    [InlineData("we could afford 60k rent in Indiranagar", "Indiranagar")]
    [InlineData("we pay 45k rent in Koramangala now", null)]
    [InlineData("tired of paying rent in Hebbal", null)]
    public void What_can_be_paid_as_rent_is_wanted_there(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("we are opening next month, need a machine", 1)]
    [InlineData("opening this month", 0.5)]
    [InlineData("our cafe is opening by March", 4)]
    public void When_a_cafe_opens_is_a_time_whatever_phrase_tells_that_it_is_new(string text, double months) =>
        Assert.Equal((decimal)months, Said.In(Shipped.Playbooks["cafe"], text).Find(FactFields.Timeline)?.Value.Max);

    [Theory]
    [InlineData("80 lakh se upar bilkul nahi jaana hai", "up to ₹80 L")]
    [InlineData("1 crore se upar kabhi nahi", "up to ₹1 Cr")]
    [InlineData("80 lakh se upar ka dikhao", "from ₹80 L")]
    public void Above_it_not_at_all_is_a_limit(string text, string budget) => Assert.Equal(budget, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("My gratuity gets paid out in 18 months and that is when I will buy", true)]
    [InlineData("We're back in September and that's when we'd buy", true)]
    [InlineData("The prices rose in March and that is when I lost interest", false)]
    [InlineData("You called in March and that's when we were abroad", false)]
    public void That_is_when_I_will_makes_a_time_ones_own(string text, bool isTime) => Assert.Equal(isTime, Said.Display(FactFields.Timeline, text) is not null);

    [Theory]
    [InlineData("We'd like to have signed with someone within the next 90 days.", true)]
    [InlineData("I want to have moved by May", true)]
    [InlineData("We have signed with someone in March", false)]
    public void What_one_would_like_to_have_done_lies_ahead(string text, bool isTime) => Assert.Equal(isTime, Said.Display(FactFields.Timeline, text) is not null);

    [Theory]
    [InlineData("We have to move within ten days, why do you not listen, I said so before", true)]
    [InlineData("you never listen, we must be out of here by January and you send me towers that are not built", true)]
    [InlineData("you have called me six times within two days, stop it, this is terrible service", false)]
    public void Who_complains_and_has_to_move_by_a_day_keeps_that_day(string text, bool isTime) => Assert.Equal(isTime, Said.Display(FactFields.Timeline, text) is not null);
}
