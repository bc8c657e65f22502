using LeadHeat.Api.Demo;
using LeadHeat.Core.Records;
using LeadHeat.Tests.Worker;

namespace LeadHeat.Tests.Demo;

public sealed class DemoRecordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_worker_runs_the_demos_turns_again_to_the_same_bytes()
    {
        using var agent = new AgentUnderTest();
        var count = 0;
        foreach (var conversation in DemoLeads.Create(Now, Core.Shipped.Playbooks, DemoInventory.Create(Now)).Select(lead => lead.Conversation).OfType<DemoConversation>())
        {
            var messages = conversation.Messages.ToDictionary(message => message.View.Id, message => message.View);
            foreach (var turn in conversation.Turns.Where(turn => turn.ReplyId is not null))
            {
                var then = turn.Record!;
                var again = await agent.AnswerAsync(then.Context with
                {
                    TurnId = Guid.NewGuid(), Text = messages[turn.MessageId].Text, History = [.. then.History.Select(id => messages[id])], Rerun = new("built-in", then.Tools),
                });

                Assert.Empty(RecordComparison.Between(then, RecordPacking.Unpack(again.Record!)));
                count++;
            }
        }

        Assert.True(count > 50, $"{count} turns");
    }
}
