using System.Net;
using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Chat;

namespace LeadHeat.Tests.Web;

public sealed class ChatEventsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Score_is_none_of_a_visitor_s_business() =>
        Assert.Null(VisitorEvents.From(new TurnEvent(Guid.Empty, 3, TurnEventKind.Score, Score: new ScoreData(Guid.NewGuid(), 82, Heat.Hot, true))));

    [Theory]
    [InlineData("inventory_search", "found 3 units in Whitefield", true, "Found 3 units in Whitefield…")]
    [InlineData("inventory_search", "the search is away", false, null)]
    [InlineData("lead_score", "score 82, qualified", true, null)]
    [InlineData("some_new_tool", "something internal", true, null)]
    public void Tools_are_told_in_a_visitor_s_words_or_not_at_all(string tool, string summary, bool ok, string? expected) =>
        Assert.Equal(expected, VisitorEvents.From(new TurnEvent(Guid.Empty, 3, TurnEventKind.Tool, Tool: new ToolCall(tool, summary, ok, 12)))?.Text);

    [Fact]
    public void Reply_carries_no_tools_no_agent_and_no_lead()
    {
        // Ids without an 8, so that the score cannot be found in them by chance.
        var lead = new Guid("01930000-0000-7000-a000-000000000001");
        var message = new Guid("01930000-0000-7000-a000-000000000002");
        var reply = new MessageView(
            message, MessageAuthor.Bot, null, "Here are two.", ["Book a visit"], [],
            [new ToolCall("lead_score", "82 of 100", true, 4)], "hosted", Now);
        var done = new TurnEvent(
            Guid.Empty, 9, TurnEventKind.Done,
            Done: new DoneData(message, reply.Id, lead, reply, Handling.Bot, new ScoreData(lead, 82, Heat.Hot, true)));

        var sent = JsonSerializer.Serialize(VisitorEvents.From(done)!, ChatJson.Default.ChatEvent);

        Assert.DoesNotContain("lead_score", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("82", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(lead.ToString(), sent, StringComparison.Ordinal);
        Assert.DoesNotContain("hosted", sent, StringComparison.Ordinal);
        Assert.Contains("Here are two.", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Visitor_learns_a_person_s_first_name_only()
    {
        var message = new MessageView(Guid.NewGuid(), MessageAuthor.Person, "Priya Nair", "Hello", [], [], [], null, Now);

        Assert.Equal("Priya", ChatMessage.From(message).Name);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, ChatEventKind.Again)]
    [InlineData(HttpStatusCode.TooManyRequests, ChatEventKind.Again)]
    [InlineData(HttpStatusCode.NotFound, ChatEventKind.StartAgain)]
    [InlineData(HttpStatusCode.BadRequest, ChatEventKind.Refused)]
    public void Refusal_tells_the_page_what_to_do(HttpStatusCode status, ChatEventKind expected) =>
        Assert.Equal(expected, VisitorEvents.From(new LeadHeatException(status, "No", "Because", null)).Kind);

    [Fact]
    public void Id_just_before_a_message_is_lower_than_every_message_of_its_millisecond()
    {
        var message = Guid.CreateVersion7(Now);
        var earlier = Guid.CreateVersion7(Now.AddMilliseconds(-1));

        var before = MessageTimes.JustBefore(message);

        Assert.True(before.CompareTo(message) < 0);
        Assert.True(before.CompareTo(earlier) > 0);
        Assert.Equal(before, MessageTimes.At(Now));
    }
}
