using LeadHeat.Core.Playbooks;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Conversations of several turns through the whole app: what one turn showed, the next one knows.</summary>
[Collection("app")]
public sealed class ConversationTests(AppFixture fixture)
{
    [Fact]
    public async Task The_second_one_is_the_second_unit_just_shown()
    {
        var visitor = await Visitor.WriteAsync(fixture.App, "Hi");
        var shown = await visitor.WriteAsync("looking for a 2BHK in Whitefield under 2 Cr");
        Assert.True(shown!.Cards.Count > 1);

        var reply = await visitor.WriteAsync("what is the price of the second one?");

        Assert.Contains(Money.Format(shown.Cards[1].Price, shown.Cards[1].Currency), reply!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Money.Format(shown.Cards[0].Price, shown.Cards[0].Currency), reply.Text, StringComparison.Ordinal);
    }
}
