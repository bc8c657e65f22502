using LeadHeat.Core.Channels;
using LeadHeat.Web.Intake;

namespace LeadHeat.Tests.Web;

public sealed class TemplateDraftTests
{
    private static readonly WhatsAppTemplate First = new("first", "en", "Hello {{1}}");
    private static readonly WhatsAppTemplate Last = new("last", "en", "Bye");

    [Fact]
    public void Changed_template_keeps_its_place_and_a_new_one_comes_last()
    {
        var (changed, added) = (new TemplateDraft(First) { Body = " Hi {{1}} " }, new TemplateDraft(null) { Name = "new", Body = "x" });

        Assert.Equal([First with { Body = "Hi {{1}}" }, Last], changed.In([First, Last]));
        Assert.Equal([First, Last, new("new", "en", "x")], added.In([First, Last]));
    }

    [Fact]
    public void What_somebody_else_has_changed_meanwhile_is_not_lost() =>
        Assert.Equal([First with { Body = "theirs" }, First with { Body = "mine" }], new TemplateDraft(First) { Body = "mine" }.In([First with { Body = "theirs" }]));

    [Theory]
    [InlineData("Hello {{1}}, on {{2}}", "Hello [1], on [2]")]
    [InlineData("Hello {{2}}", null)]
    public void Example_shows_where_values_go(string body, string? example) => Assert.Equal(example, new TemplateDraft(null) { Name = "a", Body = body }.Example);
}
