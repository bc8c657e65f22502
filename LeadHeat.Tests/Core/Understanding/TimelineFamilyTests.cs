using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Whole families of ways to say when, beside what only looks like them. Said on Saturday, 21 November 2026.</summary>
public sealed class TimelineFamilyTests
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];

    [Fact]
    public void Every_month_is_read_in_every_way_to_bound_it()
    {
        (string Frame, bool Low, bool High)[] frames =
        [
            ("by {0}", false, true), ("latest by {0}", false, true), ("no later than {0}", false, true), ("{0} tak", false, true), ("by {0} at the latest", false, true), ("before my lease ends in {0}", false, true),
            ("not before {0}", true, false), ("no earlier than {0}", true, false), ("from {0} onwards", true, false), ("not until {0}", true, false), ("{0} ke baad", true, false), ("once my lease ends in {0}", true, false),
            ("we can't move before the lease ends in {0}", true, false), ("in {0}", true, true), ("possession: {0}", true, true), ("we are planning {0}", true, true), ("sometime in {0}", true, true),
        ];
        List<string> wrong = [];
        for (var i = 0; i < Months.Length; i++)
        {
            foreach (var (frame, low, high) in frames)
                Check(string.Format(frame, Months[i]), low ? i + 2 : null, high ? i + 2 : null, wrong);
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("from Feb till April", 3, 5)]
    [InlineData("end of Jan or beginning of Feb", 2, 3)]
    [InlineData("sometime between now and June", null, 7)]
    [InlineData("anywhere from 3 to 6 months", 3, 6)]
    [InlineData("could be three months, could be six", 3, 6)]
    [InlineData("seven, eight months i guess", 7, 8)]
    [InlineData("could be six months could be twelve months", 6, 12)]
    [InlineData("January. Not February.", 2, 2)]
    [InlineData("August move, the company relocates", 9, 9)]
    [InlineData("July is when we come back", 8, 8)]
    [InlineData("Q2-Q3 2027", 5, 10)]
    [InlineData("early next year, jan or feb", 2, 3)]
    public void Two_ends_are_a_range(string text, int? min, int? max) => Expect(text, min, max);

    [Theory]
    [InlineData("this financial year", 0, 4)]
    [InlineData("next FY", 5, 16)]
    [InlineData("FY28", 5, 16)]
    [InlineData("before the financial year closes", null, 4)]
    [InlineData("before the year is out", null, 1)]
    [InlineData("saal ke end tak", null, 1)]
    [InlineData("next year beginning", 2, 5)]
    public void Years_of_the_books_run_from_April(string text, int? min, int? max) => Expect(text, min, max);

    [Theory]
    [InlineData("by 15 January", 1.8)]
    [InlineData("by 15/01/2027", 1.8)]
    [InlineData("by 2027-01-15", 1.8)]
    [InlineData("by 15.1.2027", 1.8)]
    [InlineData("before 20/12", 1.0)]
    [InlineData("we need beans by Friday", 0.2)]
    [InlineData("need it within 48 hours", 0.07)]
    [InlineData("before Onam next year", 9.7)]
    [InlineData("Holi tak", 4.0)]
    [InlineData("by Easter", 4.2)]
    [InlineData("before Bakrid", 5.8)]
    [InlineData("Christmas se pehle", 1.1)]
    public void A_day_is_counted_in_days(string text, double max)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline)?.Value;

        Assert.Null(found?.Min);
        Assert.Equal(max, (double?)found?.Max ?? -1, 0.05);
    }

    [Theory]
    [InlineData("not in the next 6 months", 6, null)]
    [InlineData("wait till March", 4, null)]
    [InlineData("fit-out hands over mid July, the machine has to be in by then", null, 8)]
    [InlineData("we don't move for another 3 years", 36, null)]
    [InlineData("our contract lapses in five months, can't switch earlier", 5, null)]
    [InlineData("I'm retiring in 2029 and that's when I'd move, not earlier", 26, null)]
    [InlineData("two thousand twenty eight earliest", 14, null)]
    [InlineData("my visa comes in February and I move right after that", 3, null)]
    [InlineData("wife expecting in February so January latest we move", null, 2)]
    [InlineData("he joins his college next June, so the flat must be ready by June", null, 7)]
    public void What_will_not_be_earlier_has_no_end(string text, int? min, int? max) => Expect(text, min, max);

    [Theory]
    [InlineData("Pongal ku munnadi venum", null, 1.8)]
    [InlineData("Sankranti ge munche beku", null, 1.8)]
    [InlineData("Ugadi ki mundu kavali", null, 4.5)]
    [InlineData("Onam nu munpu venam", null, 9.7)]
    [InlineData("Pongal ku apram", 1.8, null)]
    [InlineData("once Holi is over", 4.0, null)]
    [InlineData("by UAE national day", null, 0.4)]
    [InlineData("by Saudi national day", null, 10.1)]
    [InlineData("a year and a half from now at the soonest", 18.0, null)]
    [InlineData("give me 6 to 9 months, my flat has to sell first", 6.0, 9.0)]
    [InlineData("not two months!! two WEEKS", null, 0.5)]
    [InlineData("I land in Bangalore in 60 days and want to have something by then", null, 2.0)]
    [InlineData("October baby on the way, the house should be ours by then", null, 11.0)]
    [InlineData("exams get over end of march, after that we move", 4.0, null)]
    [InlineData("summer holidays, so May", 6.0, 6.0)]
    [InlineData("i said march, but make it may", 6.0, 6.0)]
    [InlineData("1st quarter of next financial year", 5.0, 7.0)]
    [InlineData("Q2 of next FY", 8.0, 10.0)]
    [InlineData("Q4 FY27", 2.0, 4.0)]
    [InlineData("we have a sales kick-off on 11 January", null, 1.7)]
    [InlineData("there's an inspection on 11 January", null, 1.7)]
    public void A_bound_is_read_in_other_tongues_and_from_what_happens_then(string text, double? min, double? max)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline)?.Value;

        Assert.NotNull(found);
        Assert.Equal(min ?? 0, (double)(found.Min ?? 0), 0.15);
        Assert.Equal(max ?? 0, (double)(found.Max ?? 0), 0.15);
        Assert.Equal(max is null, found.Max is null);
    }

    [Theory]
    [InlineData("how long does delivery take, three weeks?")]
    [InlineData("do you bill the annual plan in january or on the signup date")]
    [InlineData("minimum lock in 12 months is it")]
    [InlineData("12 months lock in?")]
    [InlineData("rent went up 10% in december, again")]
    [InlineData("they raised the rent in january")]
    [InlineData("we meet once a month")]
    [InlineData("give me 2 days to think")]
    [InlineData("not next month but the one after")]
    [InlineData("I have a wedding to attend on 5 January, call after that")]
    [InlineData("let's talk next month")]
    [InlineData("ping me in January")]
    [InlineData("I need the quote by Friday")]
    [InlineData("I was there in December")]
    [InlineData("back in January we saw it")]
    [InlineData("lease minimum is 11 months no?")]
    [InlineData("Is the metro extension reaching this year?")]
    [InlineData("9 lakhs a month")]
    [InlineData("my son turned 6 in October")]
    [InlineData("I wrote to you people in March")]
    [InlineData("the 60/40 plan over 36 months")]
    [InlineData("our team grew 3x in 2 years")]
    public void A_time_of_something_else_is_none(string text) => Assert.Null(Said.Display(FactFields.Timeline, text));

    [Theory]
    [InlineData("tomorrow if you hand me the keys", "immediate")]
    [InlineData("boss wants it yesterday", "immediate")]
    [InlineData("need it right now", "immediate")]
    [InlineData("right now. today, if you people can.", "immediate")]
    [InlineData("aint in a rush tbh", "none")]
    [InlineData("we aren't in a hurry", "none")]
    [InlineData("time is not a constraint", "none")]
    [InlineData("abhi sirf plan hai, koi date nahi", "none")]
    [InlineData("I'm not rushing into anything", "none")]
    public void A_hurry_and_its_absence_are_told(string text, string urgency) => Assert.Equal(urgency, Said.RealEstate(text).Find(FactFields.Timeline)?.Value.Text);

    private static void Expect(string text, int? min, int? max)
    {
        List<string> wrong = [];
        Check(text, min, max, wrong);

        Assert.Empty(wrong);
    }

    private static void Check(string text, int? min, int? max, List<string> wrong)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline)?.Value;
        if (found is null || (found.Min ?? 0) != (min ?? 0) || found.Max != max)
            wrong.Add($"{text}: {found?.Min} to {found?.Max}, not {min} to {max}");
    }

    [Theory]
    [InlineData("6 months max, after that my visa changes", null, 6)]
    [InlineData("within 4 months, after that the lease is over", null, 4)]
    [InlineData("3 months tops, after that we have to leave", null, 3)]
    [InlineData("the exams are over in 3 months and we move after that", 3, null)]
    [InlineData("it'll take 9 to 12 months on our side, purchase dept is what it is", 9, 12)]
    [InlineData("on our end we need 6 months", null, 6)]
    [InlineData("it will be 2 to 3 months from our side", 2, 3)]
    public void What_follows_a_last_date_moves_it_no_further(string text, int? min, int? max) => Expect(text, min, max);

    [Theory]
    [InlineData("can we have the new machine tomorrow, ours died this morning", "immediate")]
    [InlineData("could we get the beans today", "immediate")]
    [InlineData("we want the grinder delivered tomorrow", "immediate")]
    [InlineData("can we have the quote tomorrow", null)]
    [InlineData("can we have a chat tomorrow", null)]
    [InlineData("can I get the brochure today", null)]
    [InlineData("can we see the machine tomorrow", null)]
    public void The_thing_itself_is_wished_for_tomorrow_and_no_paper(string text, string? urgency) =>
        Assert.Equal(urgency, Said.In(Shipped.Playbooks.All.First(one => one.Name == "cafe"), text).Find(FactFields.Timeline)?.Value.Text);
}
