using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Playground;

namespace LeadHeat.Tests.Web;

public sealed class PlaygroundTests
{
    private static readonly UnderstoodText Nothing = new(
        "", null, null, new(null, null, null, null), new(null, []), new Dictionary<string, NeedValue>(), Intent.Greeting, [], Sentiment.Neutral, 0, false, false, false, []);

    private readonly FakeApi _api = new FakeApi().Answer(
        "GET /api/playground/playbooks", _ => (IReadOnlyList<PlaygroundPlaybook>)[new("cafe", "Café", ["cups_question"]), new("real-estate", "Homes", ["budget_question"])],
        LeadHeatJson.Default.IReadOnlyListPlaygroundPlaybook);

    [Fact]
    public void Words_light_up_where_they_were_read_also_where_two_things_rest_on_them()
    {
        var parts = SpanParts.Cut("2bhk in whitefield", [new("beds", 0, 4, "2bhk", 1), new("areas", 8, 10, "whitefield", .9), new("city", 8, 5, "white", .5), new("budget", 90, 4, "?", 1)]);

        Assert.Equal(["2bhk:beds", " in :", "white:areas,city", "field:areas"], parts.Select(part => $"{part.Text}:{string.Join(',', part.Spans.Select(span => span.Field))}"));
    }

    [Fact]
    public void Whatever_the_spans_the_parts_are_the_text() => Prop.ForAll<string?, int[]>((text, numbers) =>
    {
        FieldSpan[] spans = [.. numbers.Zip(numbers.Skip(1), (start, length) => new FieldSpan("x", start, length, "", 1))];
        return string.Concat(SpanParts.Cut(text ?? "", spans).Select(part => part.Text)) == (text ?? "");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_are_said_as_one_says_them()
    {
        var understood = Nothing with
        {
            Budget = new(null, 20_000_000, "INR", "total"), Timeline = new(0, 3, "soon"), Places = new("Bangalore", ["Whitefield", "Indiranagar"]),
            Needs = new Dictionary<string, NeedValue> { ["beds"] = new(new FactValue(Min: 2, Max: 3)), ["features"] = new(new FactValue(Items: ["balcony"])) },
            Contact = new("Asha", "asha@gmial.com", "asha@gmail.com", null),
        };

        Assert.Equal(
            ["budget: up to ₹2 Cr", "timeline: 0 to 3 months, soon", "city: Bangalore", "areas: Whitefield, Indiranagar", "beds: 2 to 3", "features: balcony", "name: Asha", "email: asha@gmial.com, perhaps asha@gmail.com"],
            UnderstoodRows.Of(understood).Select(row => $"{row.Field}: {row.Value}"));
    }

    [Fact]
    public async Task A_message_is_understood_in_the_light_of_business_date_and_question()
    {
        _api.Answer("POST /api/playground/understand", _ => Nothing, LeadHeatJson.Default.UnderstoodText);
        var state = await StateAsync("real-estate", conversation: false);
        (state.Text, state.Context, state.Date) = ("2 cr", "budget_question", new DateOnly(2026, 11, 21));

        await state.RunAsync();

        Assert.Equal(("2 cr", "2 cr", false), (state.UnderstoodWords, state.Text, state.Busy));
        Assert.NotNull(state.Understood);
    }

    [Fact]
    public async Task Another_business_forgets_what_was_said()
    {
        var state = await StateAsync("cafe", conversation: false);
        state.Context = "cups_question";

        state.Choose("real-estate", conversation: true);

        Assert.Equal(("real-estate", "", true), (state.Playbook, state.Context, state.IsConversation));
        Assert.Equal(["budget_question"], state.Contexts);
        Assert.Empty(state.Said);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_keeps_the_words()
    {
        _api.Refuse("POST /api/playground/conversation", HttpStatusCode.ServiceUnavailable, "The service is away");
        var state = await StateAsync("cafe", conversation: true);
        state.Text = "Hi";

        await state.RunAsync();

        Assert.Equal(("Hi", false), (state.Text, state.Busy));
        Assert.Contains("The service is away", state.Fault, StringComparison.Ordinal);
    }

    private async Task<PlaygroundState> StateAsync(string playbook, bool conversation)
    {
        var state = new PlaygroundState(_api.Client);
        await state.LoadAsync();
        state.Choose(playbook, conversation);
        return state;
    }
}
