using System.Text.Json;
using LeadHeat.Core.Channels;

namespace LeadHeat.Tests.Core.Channels;

/// <summary>Quick replies as WhatsApp has them: three short buttons, or a list of ten lines.</summary>
public sealed class WhatsAppPayloadTests
{
    [Theory]
    [InlineData("button", "Yes", "No", "Not sure yet")]
    [InlineData("list", "1 bed", "2 beds", "3 beds", "4 beds")]
    [InlineData("list", "Within the next 3 months")]
    [InlineData(null, "A line that is longer than WhatsApp lets it be")]
    [InlineData(null)]
    public void Quick_replies_become_buttons_where_they_fit_else_a_list_else_words_alone(string? kind, params string[] chips)
    {
        using var sent = JsonDocument.Parse(WhatsAppPayload.Of(new("919812345678", null), Guid.NewGuid(), "Which one?", chips, []));

        var root = sent.RootElement;
        Assert.Equal(kind is null ? "text" : "interactive", root.GetProperty("type").GetString());
        if (kind is null)
            return;
        var interactive = root.GetProperty("interactive");
        Assert.Equal(("Which one?", kind), (interactive.GetProperty("body").GetProperty("text").GetString(), interactive.GetProperty("type").GetString()));
        var action = interactive.GetProperty("action");
        Assert.Equal(chips, kind == "button"
            ? action.GetProperty("buttons").EnumerateArray().Select(button => button.GetProperty("reply").GetProperty("title").GetString())
            : action.GetProperty("sections")[0].GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("title").GetString()));
    }
}
