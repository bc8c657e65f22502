using LeadHeat.Api.Turns;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Turns;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeadHeat.Tests.Api.Turns;

/// <summary>Outcomes that come together.</summary>
[Collection("app")]
public sealed class OutcomeWriterTests(AppFixture fixture)
{
    [Fact]
    public async Task A_group_is_stored_whole_or_not_at_all()
    {
        using var host = TurnHost.Build(fixture.App);
        var writer = host.Services.GetRequiredService<OutcomeWriter>();
        var (first, second) = (await RunningAsync(), await RunningAsync());

        // Postgres takes no text with a zero in it.
        await Assert.ThrowsAsync<PostgresException>(() => writer.StoreAllAsync([Outcome(first.Turn), Outcome(second.Turn, "No\0")]));
        var after = await Task.WhenAll(StateAsync(first), StateAsync(second));
        var stored = await writer.StoreAllAsync([Outcome(first.Turn), Outcome(second.Turn)]);

        Assert.Equal(["running", "running"], after);
        Assert.Equal([first.Turn, second.Turn], stored.Select(one => one.Answered?.Reply.TurnId));
        Assert.Equal(["done", "done"], await Task.WhenAll(StateAsync(first), StateAsync(second)));
        Assert.Equal(["Yes", "Yes"], await Task.WhenAll(ReplyAsync(first), ReplyAsync(second)));
    }

    [Fact]
    public async Task An_outcome_is_stored_though_its_neighbour_is_refused()
    {
        using var host = TurnHost.Build(fixture.App);
        var writer = host.Services.GetRequiredService<OutcomeWriter>();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunningAsync()));

        var stored = all.Select((one, place) => writer.StoreAsync(Outcome(one.Turn, place == 4 ? "No\0" : "Yes"))).ToList();

        await Assert.ThrowsAsync<PostgresException>(() => stored[4]);
        foreach (var (place, one) in all.Index().Where(one => one.Index != 4))
            Assert.Equal(one.Turn, (await stored[place]).Answered?.Reply.TurnId);
        Assert.Equal("running", await StateAsync(all[4]));
    }

    [Fact]
    public async Task Two_outcomes_of_one_turn_are_one_reply_also_in_one_group()
    {
        using var host = TurnHost.Build(fixture.App);
        var turn = await RunningAsync();

        var stored = await host.Services.GetRequiredService<OutcomeWriter>()
            .StoreAllAsync([Outcome(turn.Turn), Outcome(turn.Turn, "Again"), Outcome(Guid.CreateVersion7())]);

        Assert.Equal("Yes", stored[0].Answered?.Reply.Text);
        Assert.Equal((TurnState.Done, null), (stored[1].Turn?.State, stored[1].Answered));
        Assert.Null(stored[2].Turn);
        Assert.Equal("Yes", await ReplyAsync(turn));
    }

    [Fact]
    public async Task What_is_stale_in_a_group_is_left_to_its_person()
    {
        using var host = TurnHost.Build(fixture.App);
        var (first, second) = (await RunningAsync(), await RunningAsync());
        await first.Visitor.AskAsync("update conversations set handling = 'human', owner_version = owner_version + 1 where id = '{0}'");

        var stored = await host.Services.GetRequiredService<OutcomeWriter>().StoreAllAsync([Outcome(first.Turn), Outcome(second.Turn)]);

        Assert.Equal([null, "Yes"], stored.Select(one => one.Answered?.Reply.Text));
        Assert.Equal(["running", "done"], await Task.WhenAll(StateAsync(first), StateAsync(second)));
    }

    // As if a worker had it: one that comes to no end within the test.
    private async Task<(Visitor Visitor, Guid Turn)> RunningAsync()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello");
        var turn = await visitor.AskAsync("""
            with said as (
                insert into messages (id, conversation_id, author, text, external_id, created_at)
                values (gen_random_uuid(), '{0}', 'visitor', 'And?', 'and', now()) returning id)
            insert into turns (id, conversation_id, lead_id, message_id, state, attempts, worker, lease_until, created_at, queued_at)
            select gen_random_uuid(), c.id, c.lead_id, said.id, 'running', 1, 'nobody', now() + interval '1 hour', now(), now()
            from said, conversations c where c.id = '{0}'
            returning id
            """);
        return (visitor, Guid.Parse(turn!));
    }

    private static async Task<string> StateAsync((Visitor Visitor, Guid Turn) one) => (await one.Visitor.AskAsync($"select state from turns where id = '{one.Turn}'"))!;

    private static async Task<string> ReplyAsync((Visitor Visitor, Guid Turn) one) =>
        (await one.Visitor.AskAsync($"select string_agg(text, ', ') from messages where external_id = 'turn:{one.Turn}'"))!;

    private static TurnOutcome Outcome(Guid turn, string reply = "Yes") => new(
        turn, 1, 1, reply, [], [], [], DialogueState.Start, "", null, [], "built-in", null, "1", 1, 0, 0);
}
