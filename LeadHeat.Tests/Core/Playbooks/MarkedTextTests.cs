using LeadHeat.Core.Playbooks;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Playbooks;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_of_the_text_and_point_at_their_values()
    {
        var marked = MarkedText.Parse("my cousin paid {-1.9 cr} last year, we can do {+1.6 cr}")!;

        Assert.Equal("my cousin paid 1.9 cr last year, we can do 1.6 cr", marked.Text);
        Assert.Equal([("1.9 cr", false), ("1.6 cr", true)], marked.Marks.Select(mark => (mark.Span.Of(marked.Text).ToString(), mark.IsOwn)));
    }

    [Theory]
    [InlineData("nothing is marked")]
    [InlineData("not closed {+1.6 cr")]
    [InlineData("empty {+}")]
    [InlineData("no sign {1.6 cr}")]
    public void A_broken_mark_is_refused_with_file_line_and_key(string example)
    {
        var file = $$"""{ "values": { "amounts": ["{{example}}"], "contacts": ["{+a@b.example}"] } }""";

        var error = Assert.Throws<PlaybookException>(() => PlaybookLibrary.FromFiles([("books/common/values.json", file)]));

        Assert.Equal(("books/common/values.json", 1, "values.amounts[0]"), (error.File, error.Line, error.Key));
        Assert.Contains("{+so}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_ship_are_marked_both_ways_in_equal_parts()
    {
        Assert.NotEmpty(Shipped.Playbooks.All);
        var section = DataNode.Parse("values.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "playbooks", "common", "values.json")))["values"];
        foreach (var kind in section.Keys)
        {
            var marks = section[kind].AsList().SelectMany(example => MarkedText.Parse(example.AsText())!.Marks).ToList();
            Assert.InRange(marks.Count(mark => mark.IsOwn) / (double)marks.Count, 0.35, 0.65);
        }
    }
}
