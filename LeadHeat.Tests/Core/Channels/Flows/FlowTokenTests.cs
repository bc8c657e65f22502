using LeadHeat.Core.Channels.Flows;
using Xunit;

namespace LeadHeat.Tests.Core.Channels.Flows;

public sealed class FlowTokenTests
{
    private const string Secret = "the app secret";

    private static readonly Guid Lead = Guid.Parse("01a1fff0-d172-74fe-8eb9-71181aeb64a2");

    [Theory]
    [InlineData(true, "real-estate")]
    [InlineData(true, "b2b")]
    [InlineData(false, "a-v2-b")]
    public void A_token_says_whose_answers_they_are(bool isOfLead, string playbook)
    {
        var token = new FlowToken(isOfLead ? Lead : null, playbook, 12);

        Assert.Equal(token, FlowToken.Read(token.Sign(Secret), Secret));
    }

    [Fact]
    public void A_token_that_was_changed_or_is_signed_by_others_is_none()
    {
        var text = new FlowToken(Lead, "cafe", 1).Sign(Secret);

        Assert.Null(FlowToken.Read(text, "another secret"));
        Assert.Null(FlowToken.Read(text, ""));
        for (var place = 0; place < text.Length; place++)
            Assert.Null(FlowToken.Read(text[..place] + (text[place] == 'a' ? 'b' : 'a') + text[(place + 1)..], Secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unused")]
    [InlineData("lh1.lead-42.buyer-v3.9f2c")]
    [InlineData("....")]
    public void What_is_no_token_is_none(string? text) => Assert.Null(FlowToken.Read(text, Secret));
}
