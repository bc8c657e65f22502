using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Who asks for an earlier chat is told what this one knows, and nothing by an address that he types.</summary>
public sealed class RecallTests
{
    [Theory]
    [InlineData("real-estate", "hi, it's me again, kavya.audit@gmail.com")]
    [InlineData("real-estate", "what did we look at last time?")]
    [InlineData("b2b", "where were we?")]
    [InlineData("cafe", "we talked last week")]
    [InlineData("cafe", "do you remember me?")]
    public void Nothing_is_told_of_another_chat(string playbook, string text)
    {
        var reply = new Salesroom(Shipped.Playbooks[playbook]).Say(text);

        Assert.Contains("anybody", reply.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("answered properly", reply.Reply, StringComparison.Ordinal);
        Assert.Null(reply.Handoff);
    }

    [Theory]
    [InlineData("b2b", "we are 30 people and need a CRM", "where were we?", "CRM")]
    [InlineData("real-estate", "2 bhk in Whitefield under 2 cr", "where were we?", "Whitefield")]
    [InlineData("real-estate", "2 bhk in Whitefield under 2 cr", "what did we look at last time?", "₹")]
    public void What_this_chat_knows_is_told(string playbook, string before, string text, string said) =>
        Assert.Contains(said, new Salesroom(Shipped.Playbooks[playbook]).After(before).Say(text).Reply, StringComparison.Ordinal);

    [Theory]
    [InlineData("real-estate", "what did the market do last year?")]
    [InlineData("real-estate", "show me that one again")]
    [InlineData("real-estate", "can you remind me again tomorrow?")]
    [InlineData("b2b", "does it remember what we talked about?")]
    [InlineData("real-estate", "it's me and my wife, 2 bhk in Whitefield")]
    public void Other_talk_is_none(string playbook, string text) => Assert.DoesNotContain("anybody", new Salesroom(Shipped.Playbooks[playbook]).Say(text).Reply, StringComparison.Ordinal);
}
