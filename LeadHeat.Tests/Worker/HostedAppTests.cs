using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Usage;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using StackExchange.Redis;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;

namespace LeadHeat.Tests.Worker;

/// <summary>The whole app with a hosted model, from the visitor's message to the stored reply.</summary>
[Collection("own app")]
public sealed class HostedAppTests : IAsyncLifetime
{
    private FakeModel _model = null!;
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _model = await FakeModel.StartAsync();
        _app = await RunningApp.StartAsync(new AppOptions
        {
            Environment =
            {
                ["ConnectionStrings__model"] = $"Endpoint={_model.Endpoint};Key=secret;Model=fake-model",
                ["Model__DailyBudget"] = "0.001", ["Model__Prices__0__Model"] = "fake-model", ["Model__Prices__0__Input"] = "2", ["Model__Prices__0__Output"] = "8",
            },
        });
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_hosted_models_words_reach_the_visitor_and_its_facts_the_team()
    {
        _model.Then(
            Call(("lead_score", """{"facts":[{"field":"beds","value":"2","quote":"2BHK"}],"asks":"budget"}""")),
            Say("A 2BHK in Whitefield it is. What may it cost, [name]?"));
        var visitor = await Visitor.ArriveAsync(_app);

        var events = await visitor.SayAsync("I'm Asha, asha@example.com, looking for a 2BHK in Whitefield");
        var lead = await _app.Team().GetLeadAsync(await visitor.LeadIdAsync());

        const string reply = "A 2BHK in Whitefield it is. What may it cost, Asha?";
        Assert.Equal(reply, string.Concat(events.Select(told => told.Delta?.Text)));
        Assert.Equal(reply, events[^1].Done!.Reply!.Text);
        Assert.Equal("hosted", lead.Transcript.Items[^1].Agent);
        Assert.Equal(lead.Score, lead.Ledger.Sum(line => line.Points));
        Assert.DoesNotContain("asha", _model.Read, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_model_that_breaks_off_is_not_noticed_but_for_the_badge()
    {
        _model.Then(Cut("Let me tell you. It is about"));
        var visitor = await Visitor.ArriveAsync(_app);

        var events = await visitor.SayAsync("A 2BHK in Whitefield, please");
        var lead = await _app.Team().GetLeadAsync(await visitor.LeadIdAsync());

        var words = events.SkipWhile(told => told.Step?.Name != "restarted").Select(told => told.Delta?.Text);
        Assert.Equal(events[^1].Done!.Reply!.Text, string.Concat(words));
        Assert.Equal("built-in", lead.Transcript.Items[^1].Agent);
    }

    [Fact]
    public async Task Tokens_and_money_are_added_up_and_when_the_days_money_is_spent_the_built_in_agent_answers()
    {
        _model.Then(Say("What may it cost?"), Say("And when?"), Say("Which area?"));
        var visitor = await Visitor.ArriveAsync(_app);
        var team = _app.Team();

        // A call reads 120 tokens and writes 30: 0.00048. Two reach four fifths of the budget, three are over it.
        await visitor.SayAsync("Hello there");
        var first = await team.GetUsageAsync(UsageBy.Day);
        await visitor.SayAsync("A home please");
        var second = await team.GetUsageAsync(UsageBy.Conversation);
        await visitor.SayAsync("Soon");
        var third = await team.GetUsageAsync(UsageBy.Channel);
        // The workers ask every few seconds how much is left.
        DoneData last = null!;
        await Eventually.TrueAsync(
            async () =>
            {
                last = (await (await Visitor.ArriveAsync(_app)).SayAsync("A flat in Whitefield"))[^1].Done!;
                return last.Reply!.Agent == "built-in";
            },
            TimeSpan.FromSeconds(60), () => "the model still answers");
        var turn = await team.GetTurnAsync(last.TurnId);

        Assert.Equal((1, 1, 120, 30, 0.00048m), (first.Total.Turns, first.Total.Calls, first.Total.InputTokens, first.Total.OutputTokens, first.Total.Cost));
        Assert.Equal(BudgetState.Open, first.Today.State);
        Assert.Equal((BudgetState.Warning, 0.00096m), (second.Today.State, second.Today.Spent));
        Assert.Equal(visitor.ConversationId.ToString(), Assert.Single(second.Rows).Key);
        Assert.Equal((BudgetState.Spent, "web"), (third.Today.State, Assert.Single(third.Rows).Key));
        Assert.Equal(("built-in", "budget_spent", "fake-model"), (turn.Record!.Versions.Agent, turn.Record.Versions.Fallback, turn.Record.Versions.Model));
    }

    [Fact]
    public async Task A_worker_killed_in_the_middle_of_a_turn_costs_time_but_no_reply()
    {
        _model.Then(Hang("I was just about to"), Say("Here I am again."));
        var visitor = await Visitor.ArriveAsync(_app);

        var saying = visitor.SayAsync("Hello, a 2BHK in Whitefield?");
        await Eventually.TrueAsync(() => !_model.Requests.IsEmpty, TimeSpan.FromSeconds(60), () => "no worker has begun");
        _app.Kill(await HolderAsync());
        var events = await saying;
        var messages = await visitor.MessagesAsync();

        Assert.Equal("Here I am again.", events[^1].Done!.Reply!.Text);
        Assert.Equal([MessageAuthor.Bot, MessageAuthor.Visitor, MessageAuthor.Bot], messages.Select(message => message.Author));
        Assert.Equal(events.Select(told => told.Id).Order(), events.Select(told => told.Id));
    }

    /// <summary>The worker that has the job.</summary>
    private async Task<string> HolderAsync()
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(_app.ConnectionString("redis"));
        var pending = await redis.GetDatabase().StreamPendingAsync(JobNames.Stream, JobNames.Group);
        return (string)pending.Consumers[0].Name!;
    }
}
