using LeadHeat.Core.Conversations;
using LeadHeat.Web.Leads;

namespace LeadHeat.Tests.Web;

public sealed class TranscriptTests
{
    private readonly TranscriptState _transcript = new();

    [Fact]
    public void Earlier_messages_stay_when_new_ones_come()
    {
        _transcript.TakeLatest(Page("p1", 5, 6));
        _transcript.TakeEarlier(Page("p0", 3, 4));

        _transcript.TakeLatest(Page("p1", 6, 7));

        Assert.Equal([3, 4, 5, 6, 7], Shown());
        Assert.Equal("p0", _transcript.Earlier);
    }

    [Fact]
    public void Latest_page_that_does_not_touch_what_is_shown_starts_over()
    {
        _transcript.TakeLatest(Page("p1", 5, 6));

        _transcript.TakeLatest(Page("p9", 60, 61));

        Assert.Equal([60, 61], Shown());
        Assert.Equal("p9", _transcript.Earlier);
    }

    // The page may hear of both at once: whoever listens is to be told of the visitor's.
    [Fact]
    public void What_came_after_a_message_is_told_with_what_was_answered_to_it()
    {
        _transcript.TakeLatest(Page("p1", 5));
        var last = _transcript.Newest;

        _transcript.TakeLatest(Page("p1", 5, 6, 7));

        Assert.Equal(_transcript.Messages.Skip(1), _transcript.After(last));
        Assert.Empty(_transcript.After(_transcript.Newest));
        Assert.Equal(3, _transcript.After(null).Count());
    }

    [Fact]
    public void Sent_message_waits_and_is_then_shown_once()
    {
        _transcript.TakeLatest(Page(null, 1));
        _transcript.Send(new PendingMessage("c", "Hello", Rows.Now));
        Assert.Single(_transcript.Pending);

        _transcript.TakeLatest(Page(null, 1, 2));
        _transcript.Confirm("c", Rows.Message(2, MessageAuthor.Person));

        Assert.Empty(_transcript.Pending);
        Assert.Equal([1, 2], Shown());
    }

    [Fact]
    public void Refused_message_stays_with_the_reason_until_it_is_sent_again()
    {
        _transcript.Send(new PendingMessage("c", "Hello", Rows.Now));

        _transcript.Refuse("c", "The conversation is closed.");
        Assert.Equal("The conversation is closed.", _transcript.Pending[0].Fault);
        _transcript.Send(new PendingMessage("c", "Hello", Rows.Now));

        Assert.Null(Assert.Single(_transcript.Pending).Fault);
    }

    [Fact]
    public void Words_light_up_exactly_where_they_stand()
    {
        var parts = TextParts.Cut("A 🏠 in Whitefield under 2 Cr", [Rows.Words(1, 19, 10), Rows.Words(1, 8, 10)]);

        Assert.Equal(
            [new("A 🏠 in ", false), new("Whitefield", true), new(" ", false), new("under 2 Cr", true)],
            parts);
    }

    [Fact]
    public void Overlapping_words_light_up_once_and_what_is_beyond_the_text_is_ignored()
    {
        var parts = TextParts.Cut("under 2 Cr", [Rows.Words(1, 0, 7), Rows.Words(1, 6, 4), Rows.Words(1, 9, 50), Rows.Words(1, 90, 5)]);

        Assert.Equal("under 2 Cr", string.Concat(parts.Select(part => part.Text)));
        Assert.All(parts, part => Assert.True(part.Lit));
    }

    private static MessagePage Page(string? next, params int[] numbers) => new([.. numbers.Select(number => Rows.Message(number))], next);

    private IEnumerable<int> Shown() => _transcript.Messages.Select(message => int.Parse(message.Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
}
