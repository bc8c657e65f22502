using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Times that something else bounds, times of what goes on until then, and times of other people's. Said on Saturday, 21 November 2026.</summary>
public sealed class TimesBoundTests
{
    [Theory]
    [InlineData("Procurement won't let us sign this year. We'll start next quarter.", "2..4")]
    [InlineData("we can't decide this month. January it is", "2..2")]
    [InlineData("My wife doesn't want to move this year. Next summer is fine.", "6..9")]
    [InlineData("nothing gets signed this quarter, we'd go live in February", "3..3")]
    [InlineData("they won't approve it in December, so March", "4..4")]
    [InlineData("I'm not allowed to buy this year, only in 2027", "2..13")]
    [InlineData("no chance of moving this month. In March yes", "4..4")]
    [InlineData("is saal possible nahi hai, march mein lenge", "4..4")]
    public void When_it_cannot_be_is_not_when_it_is_wanted(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("we won't manage without it this year, need it in December", "1..1")]
    [InlineData("can't wait, we sign this month", "..0.5")]
    [InlineData("why not this month?", "..0.5")]
    public void A_no_to_something_else_leaves_it(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("we will not switch CRMs before April 2027", "5..")]
    [InlineData("we don't change our tools before April", "5..")]
    [InlineData("nobody here will touch the old system before April", "5..")]
    [InlineData("We wouldn't sign anything before March", "4..")]
    [InlineData("I can't start with a new tool before February", "3..")]
    [InlineData("no decision before March please", "4..")]
    [InlineData("it makes no sense to begin the rollout before 1 March", "3.3..")]
    [InlineData("not planning to replace it until June", "7..")]
    public void What_is_not_done_before_a_time_is_done_after_it(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("planning on switching over in March", "4..4")]
    [InlineData("the team goes over in January", "2..2")]
    [InlineData("can wait till April but not longer", "..5")]
    [InlineData("I can hold until March, no later", "..4")]
    [InlineData("we could wait till February but not a week more", "..3")]
    [InlineData("starting in February, twenty seats", "3..3")]
    [InlineData("twenty seats, starting in 2 months", "..2")]
    [InlineData("we need it by 20 January at the very latest because after that everybody is on the road", "..2")]
    [InlineData("must be live by March, cos after that the season begins", "..4")]
    public void A_last_date_stays_one(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("in over 4 months", "4..")]
    [InlineData("it will be over four months before we can start", "4..")]
    [InlineData("can wait till April", "5..")]
    [InlineData("we'd wait until March, not before", "4..")]
    [InlineData("starting February", "3..")]
    [InlineData("starting from February", "3..")]
    [InlineData("our contract runs until March and after that we switch", "4..")]
    public void A_first_date_stays_one(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("we don't want surprises, live before April", "..5")]
    [InlineData("no trial, we want it before April", "..5")]
    [InlineData("we don't have a tool and need one before April", "..5")]
    [InlineData("if it isn't there before April we lose the season", "..5")]
    public void What_is_denied_besides_leaves_the_bound(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("baby is due 4 june, we want to be settled in a 3 bed in JVC before the little one comes", "..6.4")]
    [InlineData("my mother arrives on 4 June and the house must be ready before she comes", "..6.4")]
    [InlineData("wedding is on 4 June, keys before the wedding please", "..6.4")]
    [InlineData("He retires in June. We want to have moved before he does.", "..7")]
    [InlineData("she is due in june and i want the nursery done before the baby is here", "..7")]
    [InlineData("school starts 4 June, settled before it starts", "..6.4")]
    [InlineData("My parents land on 4 June. Can we be in the villa before they land?", "..6.4")]
    [InlineData("delivery of the twins is expected in june, need the flat before they are born", "..7")]
    public void Before_what_happens_then_is_by_then(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("my son joins his new job on 4 June, we move after he has started", "6.4..")]
    [InlineData("exams are in June, we shift once they are over", "7..")]
    [InlineData("the wedding is on 4 June, we will look for a place after the wedding", "6.4..")]
    [InlineData("baby is due 4 june, we move when the baby is here", "6.4..")]
    public void After_what_happens_then_is_after_then(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("This winter we still rent a hotel apartment, and in spring 2027 we like to buy own apartment in Dubai.", "4..6")]
    [InlineData("in december we are still in Hamburg, in april we come and buy", "5..5")]
    [InlineData("Until March we stay with my brother, in May we want our own flat", "6..6")]
    [InlineData("this year we are still tied up, next year we buy", "2..13")]
    [InlineData("This month I'm still in Doha, move is in February", "3..3")]
    [InlineData("for now, till january, we remain in the old office and go live in march", "4..4")]
    public void What_goes_on_until_then_is_no_wish(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("this winter still, please", "1..3")]
    [InlineData("we'd still like to buy in march", "4..4")]
    [InlineData("in march, is that still possible?", "4..4")]
    public void What_is_still_wanted_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("delivery not before 1 July and not later than 31 August 2027", "7.3..9.3")]
    [InlineData("not before March but no later than May", "4..6")]
    [InlineData("after 1 March and before 1 May please", "3.3..5.3")]
    [InlineData("not earlier than march, not later than may", "4..6")]
    [InlineData("from April on, by June at the latest", "5..7")]
    [InlineData("earliest March, latest May", "4..6")]
    [InlineData("at the earliest in March, at the latest in May", "4..6")]
    [InlineData("march se pehle nahi, may tak pakka", "4..6")]
    public void An_earliest_and_a_latest_are_one_time(string text, string time) => Assert.Equal(time, Time(Shipped.Cafe, "we want the machine, " + text));

    [Theory]
    [InlineData("Purchased the machine from you on 14 January 2025. Is the boiler covered until January 2027 or was it one year only?")]
    [InlineData("We bought it last May. Does the guarantee run until next May?")]
    [InlineData("The contract says 2027. Is it valid till March 2027?")]
    [InlineData("Hello. Will spare parts be made until 2030?")]
    [InlineData("Got the mail. Does the offer end in December?")]
    [InlineData("one thing. is the AMC paid till march?")]
    [InlineData("what happens to the warranty in March?")]
    [InlineData("hi! are you open on 25 December?")]
    public void What_is_asked_of_a_thing_is_no_time(string text) => Assert.Null(Time(Shipped.Cafe, text));

    [Theory]
    [InlineData("We open a café. Is delivery by March possible?", "..4")]
    [InlineData("New place here. Can the machine be installed by March?", "..4")]
    [InlineData("We are opening. Will we get it before March?", "..4")]
    public void What_is_asked_for_oneself_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.Cafe, text));

    [Theory]
    [InlineData("Landlord wants 130k from July")]
    [InlineData("my tenant wants to leave in February, how do I give notice?")]
    [InlineData("the builder wants the next instalment in January")]
    [InlineData("The municipality needs the papers by March, do you have them?")]
    [InlineData("our society wants to repaint in April")]
    [InlineData("the bank needs my salary slips by December")]
    [InlineData("the neighbours want to build a second floor next year")]
    public void What_others_want_then_is_no_time(string text) => Assert.Null(Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("my wife wants to move in March", "4..4")]
    [InlineData("the landlord wants us out by March", "..4")]
    [InlineData("the owner wants his flat back in March, so we need something by then", "..4")]
    [InlineData("my boss wants me in Dubai by March", "..4")]
    [InlineData("we all want to move in March", "4..4")]
    public void What_the_family_wants_and_what_presses_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("We are thinking of 2028 for the move, when I retire.", "14..25")]
    [InlineData("2028 for the move", "14..25")]
    [InlineData("thinking about 2028", "14..25")]
    [InlineData("we have 2028 in mind", "14..25")]
    [InlineData("aiming at 2028", "14..25")]
    [InlineData("our plan is 2028", "14..25")]
    [InlineData("it will be 2028 when I retire and we move", "14..25")]
    [InlineData("move is planned for 2028", "14..25")]
    public void A_year_that_is_thought_of_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("flat 2028 on the 20th floor")]
    [InlineData("is the metro coming in 2028?")]
    [InlineData("my daughter graduates in 2028")]
    [InlineData("they hand over tower B in 2028, right?")]
    public void A_year_of_something_else_is_none(string text) => Assert.Null(Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("Everything migrated before Christmas. Nobody touches systems after that.", "..1.1")]
    [InlineData("all data moved by March", "..4")]
    [InlineData("Keys handed over by March please", "..4")]
    [InlineData("everything installed before Christmas", "..1.1")]
    [InlineData("all reps trained and onboarded by March", "..4")]
    [InlineData("contract signed before March, that's the plan", "..4")]
    [InlineData("old system switched off by March", "..4")]
    [InlineData("the whole team moved over by end of March", "..4")]
    public void What_is_to_be_done_by_then_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.B2b, text));

    [Theory]
    [InlineData("we migrated before Christmas and it was a mess")]
    [InlineData("our old vendor moved us by March last year")]
    [InlineData("the team was trained by March")]
    [InlineData("I switched before Diwali")]
    [InlineData("they had everything installed before Onam")]
    public void What_was_done_by_then_is_none(string text) => Assert.Null(Time(Shipped.B2b, text));

    [Theory]
    [InlineData("250 g at a time, thats gone in 2 weeks")]
    [InlineData("a bag lasts us 3 weeks")]
    [InlineData("one kilo is finished in 5 days")]
    [InlineData("we go through 10 kilos in 2 weeks")]
    [InlineData("1 kg 10 din mein khatam ho jata hai")]
    [InlineData("5 kg is empty within a week")]
    [InlineData("a box is used up in a month")]
    [InlineData("the gasket wears out in 6 months")]
    public void How_long_it_lasts_is_no_time(string text) => Assert.Null(Time(Shipped.Cafe, text));

    [Theory]
    [InlineData("beans are gone in 2 weeks, we need new ones within 2 weeks", "..0.5")]
    [InlineData("our last bag is empty, need beans within a week", "..0.2")]
    public void When_it_is_needed_again_is_one(string text, string time) => Assert.Equal(time, Time(Shipped.Cafe, text));

    private static string? Time(Playbook playbook, string text) => Said.In(playbook, text).Find(FactFields.Timeline)?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{(value.Min == 0 ? null : value.Min):0.#}..{value.Max:0.#}") : null;
}
