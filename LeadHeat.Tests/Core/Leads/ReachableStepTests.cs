using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Web;

namespace LeadHeat.Tests.Core.Leads;

public sealed class ReachableStepTests
{
    private const string Step = "Keep the chat going: ask for the budget.";
    private const string Number = "+12025550123";

    private static readonly LeadDetail s_lead = Rows.Detail(Rows.Row(1)) with
    {
        Qualification = new(20, false, Heat.Cold, Recommendation.NeedsMoreInfo, [], Step, [], []),
        Contact = new(Rows.Id(1), "Asha", null, null, []),
    };

    [Theory]
    [InlineData("asha@example.com", Number, FactSource.Bot, "Write to asha@example.com: ")]
    [InlineData("asha@example.com", "+442079460000", FactSource.Channel, "Call +442079460000: ")]
    [InlineData("asha@example.com", Number, FactSource.Person, "Call +12025550123: ")]
    [InlineData(null, Number, FactSource.Channel, "Call +12025550123 and make sure that it is still theirs: ")]
    [InlineData(null, null, FactSource.Channel, "Look at their other leads: ")]
    public void Who_is_out_of_reach_on_WhatsApp_is_called_or_written_to_where_that_is_possible(string? email, string? phone, FactSource setBy, string says)
    {
        var lead = s_lead with
        {
            OutOfReach = "They cannot be reached.", Contact = s_lead.Contact with { Email = email, Phone = phone },
            Facts = [new(FactFields.Phone, new(Text: Number), Number, setBy, 1, Rows.Now, [])],
        };

        Assert.StartsWith(says, ReachableStep.Of(lead, Rows.Now), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_day_without_a_word_a_template_is_what_can_be_sent()
    {
        var lead = s_lead with { AnswerUntil = Rows.Now };

        Assert.Equal(Step, ReachableStep.Of(lead, Rows.Now.AddSeconds(-1)));
        Assert.Equal($"{Step} On WhatsApp they can only be sent a template now.", ReachableStep.Of(lead, Rows.Now));
    }

    [Fact]
    public void Who_has_asked_to_be_left_alone_is_left_alone()
    {
        var lead = s_lead with { AnswerUntil = Rows.Now, Silence = new("messages", false, "whatsapp", "STOP", Rows.Now) };

        Assert.StartsWith("Leave it until they write again", ReachableStep.Of(lead, Rows.Now), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_reached_has_the_card_s_own_step_and_who_is_not_scored_has_none()
    {
        Assert.Equal(Step, ReachableStep.Of(s_lead, Rows.Now));
        Assert.Null(ReachableStep.Of(s_lead with { Qualification = null }, Rows.Now));
    }

    [Theory]
    [InlineData("asha@example.com", false, LeadAction.Write, "Write to asha@example.com: ")]
    [InlineData(null, false, LeadAction.None, "Look at their other leads: ")]
    [InlineData("asha@example.com", true, LeadAction.Wait, "Leave it until they write again")]
    public void Recommendation_asks_nobody_who_is_not_reached_and_says_what_the_page_says(string? email, bool silent, LeadAction action, string says)
    {
        var lead = s_lead with
        {
            OutOfReach = silent ? null : "They cannot be reached.", Silence = silent ? new("messages", false, "whatsapp", "STOP", Rows.Now) : null,
            Contact = s_lead.Contact with { Email = email },
        };

        var next = Recommended(lead);

        Assert.Equal((action, null, 0), (next.Action, next.Question, next.Points));
        Assert.StartsWith(says, next.Text, StringComparison.Ordinal);
        Assert.Equal(ReachableStep.Of(lead, Rows.Now), next.Text);
    }

    [Fact]
    public void Recommendation_says_too_that_only_a_template_can_be_sent()
    {
        var next = Recommended(s_lead with { AnswerUntil = Rows.Now });

        Assert.Equal(LeadAction.Nurture, next.Action);
        Assert.Equal($"{Step} On WhatsApp they can only be sent a template now.", next.Text);
    }

    [Fact]
    public void Nothing_is_to_be_done_with_a_closed_lead_however_it_is_reached()
    {
        var next = Recommended(s_lead with { Lead = Rows.Row(1, LeadStatus.Lost), OutOfReach = "They cannot be reached." });

        Assert.Equal((LeadAction.None, "Nothing to do: the lead is lost."), (next.Action, next.Text));
    }

    private static NextBestAction Recommended(LeadDetail lead) =>
        NextActions.For(new(lead.Lead, lead.Qualification, [], null, Rows.Now, HasInventory: false, Rows.Now, Detail: lead));
}
