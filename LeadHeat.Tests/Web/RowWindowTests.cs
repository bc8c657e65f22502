using LeadHeat.Web.Inbox;

namespace LeadHeat.Tests.Web;

public sealed class RowWindowTests
{
    [Fact]
    public void Rows_that_are_not_drawn_keep_their_height()
    {
        var window = new RowWindow(40, 50);

        Assert.Equal((40 * 64, 110 * 64), (window.Above(200), window.Below(200)));
        Assert.Equal((30 * 64, 0), (window.Above(30), window.Below(30)));
    }

    [Theory]
    [InlineData(-5, 48, 0, 48)]
    [InlineData(100, 1, 100, 30)]
    [InlineData(0, 1_000_000, 0, 200)]
    public void Browser_cannot_ask_for_more_than_can_be_in_view(int first, int count, int drawnFrom, int drawn) =>
        Assert.Equal(new RowWindow(drawnFrom, drawn), RowWindow.Of(first, count));
}
