using System.Text;
using System.Text.Json;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Channels.Flows;

public sealed class FlowScreensTests
{
    private static readonly FlowScreens Screens = new(Shipped.RealEstate);

    [Fact]
    public void A_flow_asks_one_thing_a_screen_and_ends_with_all_answers()
    {
        var step = Screens.Next(new("INIT", null, "", new Dictionary<string, string>(), null, false), Fine);
        List<string> shown = [];
        while (step.Screen != FlowScreens.End)
        {
            shown.Add(step.Screen);
            step = Screens.Next(new("data_exchange", step.Screen, $"answer {shown.Count}", step.Answered, null, false), Fine);
        }

        Assert.Equal(Screens.Fields.Select(FlowScreens.NameOf), shown);
        Assert.Equal(Screens.Fields.Select((field, place) => KeyValuePair.Create(field.Name, $"answer {place + 1}")), step.Answered);
    }

    [Fact]
    public void What_is_not_understood_stays_on_its_screen_and_says_why()
    {
        var first = FlowScreens.NameOf(Screens.Fields[0]);

        var step = Screens.Next(new("data_exchange", first, "qqq", new Dictionary<string, string>(), null, false), (_, _) => "Write a city.");

        Assert.Equal((first, "qqq", "Write a city."), (step.Screen, step.Value, step.Error));
    }

    [Fact]
    public void Back_shows_what_was_entered_before()
    {
        var (first, second) = (Screens.Fields[0], Screens.Fields[1]);

        var step = Screens.Next(new("BACK", FlowScreens.NameOf(second), "", new Dictionary<string, string> { [first.Name] = "Dubai" }, null, false), Fine);

        Assert.Equal((FlowScreens.NameOf(first), "Dubai"), (step.Screen, step.Value));
    }

    [Fact]
    public void An_answer_that_is_left_out_is_no_answer()
    {
        var first = Screens.Fields[0];

        var step = Screens.Next(
            new("data_exchange", FlowScreens.NameOf(first), "", new Dictionary<string, string> { [first.Name] = "old", ["not_a_field"] = "x" }, null, false), Fine);

        Assert.Empty(step.Answered);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"action":"INIT","data":{"answered":"{broken"}}""")]
    public void What_is_no_request_is_none(string text) => Assert.Null(FlowRequest.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Answers_come_back_as_they_were_carried()
    {
        Dictionary<string, string> answered = new() { ["budget"] = "2 \"crore\"", ["areas"] = "Whitefield, Hebbal" };

        var request = FlowRequest.Read(JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = "3.0", action = "data_exchange", screen = "BUDGET", data = new { answered = FlowRequest.Write(answered), value = new[] { "2", "3" } }, flow_token = "t",
        }));

        Assert.Equal(answered, request!.Answered);
        Assert.Equal(("2, 3", "t", false), (request.Value, request.Token, request.IsErrorReport));
    }

    [Fact]
    public void The_definition_of_each_playbook_has_its_screens()
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            using var flow = JsonDocument.Parse(FlowDefinition.Of(playbook));
            var ids = flow.RootElement.GetProperty("screens").EnumerateArray().Select(screen => screen.GetProperty("id").GetString()).ToArray();

            Assert.Equal(new FlowScreens(playbook).Fields.Select(FlowScreens.NameOf), ids);
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(ids, id => Assert.Matches("^[A-Z_]+$", id));
        }
    }

    private static string? Fine(PlaybookField field, string value) => null;
}
