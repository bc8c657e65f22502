using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Times and counts that are taken back, and times of what nobody moves for. Said on Saturday, 21 November 2026.</summary>
public sealed class TimesWithdrawnTests
{
    [Theory]
    [InlineData("Earlier I said we'd switch in December. That's off. We can only start with you after February.", "3..")]
    [InlineData("We wanted to open in January. Scrap that, it will be April.", "5..5")]
    [InlineData("We said March. That's gone: June at the earliest.", "7..")]
    [InlineData("the plan was February, but that fell through, now only in May", "6..6")]
    [InlineData("We go live by Christmas. Forget it, by Easter.", "..4.2")]
    [InlineData("In December. That won't work any more. From April then.", "5..")]
    [InlineData("in December, that is off the table, in March", "4..4")]
    [InlineData("WE START IN JANUARY. IT'S CANCELLED. WE START IN AUGUST.", "9..9")]
    public void A_time_that_is_taken_back_gives_way(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text));

    [Theory]
    [InlineData("in February. That's all, thanks", "3..3")]
    [InlineData("March it is. Forget the add-on.", "4..4")]
    [InlineData("we want it by February, scrap the old tool", "..3")]
    [InlineData("I said March and I mean March", "4..4")]
    [InlineData("We start in February. Our last tool fell through the audit.", "3..3")]
    [InlineData("live in March, the old contract is cancelled", "4..4")]
    [InlineData("our vendor's offer is off. We start in June.", "7..7")]
    [InlineData("it can't happen before March", "4..")]
    public void What_else_is_taken_back_leaves_the_time(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text));

    [Theory]
    [InlineData("sorry i said 20 users earlier, we're down to 14 after the layoffs", 14)]
    [InlineData("I told you 30 reps, we are down to 22 now", 22)]
    [InlineData("we had 12 users, now it's up to 18", 18)]
    [InlineData("earlier i wrote 8 seats, we've grown to 11", 11)]
    [InlineData("it was 40 people, it went down to 25", 25)]
    [InlineData("25 agents before, cut to 15 last month", 15)]
    [InlineData("sorry, 16 users was wrong, it's come down to 9", 9)]
    [InlineData("we said 50 sales people, shrunk to 35", 35)]
    public void A_team_that_has_shrunk_or_grown_is_the_later_number(string text, int count) => Assert.Equal(count, Team(text));

    [Theory]
    [InlineData("20 users, down to earth pricing please", 20)]
    [InlineData("20 users, response time went from 9 days down to 4 hours", 20)]
    [InlineData("we are 20 users, churn is down to 8 percent", 20)]
    [InlineData("15 reps, call volume went up to 40 a day", 15)]
    [InlineData("20 users and prices went up to 30 dollars", 20)]
    [InlineData("12 people, our budget is down to 10k", 12)]
    [InlineData("we are 14 people, cut down to 5 tools", 14)]
    [InlineData("20 users, 14 of them in Dubai", 20)]
    [InlineData("Company of 12M in revenue, 60 sales reps who would all use it", 60)]
    [InlineData("a company of 5 crore turnover with 12 people in sales", 12)]
    [InlineData("a team of 12 making 3M", 12)]
    [InlineData("a company of 40", 40)]
    public void Another_number_is_no_team(string text, int count) => Assert.Equal(count, Team(text));

    [Theory]
    [InlineData("Automatic reply: I am out of the office until 9 December with no access to mail.")]
    [InlineData("I'm on annual leave until 4 January, my colleague reads this")]
    [InlineData("Out of office from 1 to 12 December. For urgent matters write to the team.")]
    [InlineData("Thank you for your mail. I will be back in the office on 4 January.")]
    [InlineData("ooo till 15 dec")]
    [InlineData("I am on maternity leave until June")]
    [InlineData("currently away from my desk, on vacation until 2 January")]
    [InlineData("No access to mails until 9 December")]
    [InlineData("your man said handover of that tower is q4 twenty twenty seven is that realistic or just developer talk")]
    [InlineData("Your agent told me possession is in March 2028. True?")]
    [InlineData("the brochure says completion is in June")]
    [InlineData("your website says ready in December 2027, is it really?")]
    [InlineData("My passport is expire in 2 months, make it problem for the signing?")]
    [InlineData("does it matter that my passport expires in March")]
    [InlineData("my emirates card is valid until June, enough for the papers?")]
    [InlineData("the voucher expires in 2 weeks")]
    [InlineData("In January you people wanted 1.15 Cr for this same flat and now it's 1.3 Cr. Way overpriced!")]
    [InlineData("In March you said the price was fixed")]
    [InlineData("in june the rate was lower")]
    [InlineData("In August, they quoted me less")]
    public void When_somebody_is_back_or_what_is_only_told_is_no_time_to_move(string text) => Assert.Null(Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("we have to be out of the flat until 9 December", "..0.6")]
    [InlineData("back in the office on Monday, and we want to move in March", "4..4")]
    [InlineData("we move in by March, and your man said that is possible", "..4")]
    [InlineData("possession in March 2027 please, your website says it's possible", "4..4")]
    [InlineData("my visa expires in 2 months", "..2")]
    [InlineData("our lease ends in March", "..4")]
    [InlineData("In January we want to move", "2..2")]
    [InlineData("In March it should be ours", "4..4")]
    [InlineData("in june you people have to be ready with the keys", "7..7")]
    public void When_somebody_moves_is_one(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("no hurry whatsoever, our contract runs until late 2028, I'm only nosing around")]
    [InlineData("no rush, our licence ends in June")]
    [InlineData("the subscription expires in March but there's no urgency")]
    [InlineData("not urgent at all, agreement with the other vendor runs out in August")]
    public void An_end_presses_nobody_who_has_no_hurry(string text)
    {
        var value = Said.In(Shipped.B2b, text).Find(FactFields.Timeline)!.Value;

        Assert.Equal(("none", null, null), (value.Text, value.Min, value.Max));
    }

    [Theory]
    [InlineData("our contract ends in June", "..7")]
    [InlineData("no rush, sometime in June", "7..7")]
    [InlineData("not urgent, but by August", "..9")]
    [InlineData("no hurry, within a year", "..12")]
    public void A_time_of_ones_own_counts_without_hurry(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text));

    private static int? Team(string text) => (int?)Said.In(Shipped.B2b, text).Find("team_size")?.Value.Min;
}
