using System.Collections.Concurrent;
using System.Text.Json;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Core;
using LeadHeat.Worker.Agent;
using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Tests.Worker;

/// <summary>The agent with the shipped playbooks, a fake Api's inventory, and, where a test wants one, a hosted model.</summary>
internal sealed class AgentUnderTest : ITurnEvents, IDisposable
{
    private readonly Inventory _inventory;
    private readonly TurnAgent _agent;

    public AgentUnderTest(IChatClient? model = null, ModelLimits? limits = null, TimeProvider? clock = null, PlaybookLibrary? playbooks = null)
    {
        clock ??= TimeProvider.System;
        _inventory = new Inventory(Api.Client());
        Api.Inventory = _ => Units;
        var tools = new ToolBox(new AgentTools(_inventory, Api.Client()), clock);
        var loop = new AgentLoop(tools, clock);
        limits ??= new ModelLimits();
        Rest = new ModelRest(limits, clock);
        var hosted = model is null ? null : new HostedAgent(model, loop, tools, Rest, new ModelBudget(Api.Client(), clock), limits, clock);
        _agent = new TurnAgent(new JudgingCards(playbooks ?? Shipped.Playbooks, Api.Client()), new BuiltInAgent(loop), this, clock, NullLogger<TurnAgent>.Instance, hosted);
    }

    public FakeApi Api { get; } = new();

    public ModelRest Rest { get; }

    public ConcurrentQueue<TurnEvent> Events { get; } = new();

    public int Publishes { get; private set; }

    public IReadOnlyList<Unit> Units { get; set; } = [Build.Unit("A-1", price: 17_500_000), Build.Unit("A-2", price: 19_900_000)];

    /// <summary>The words that a reader has at the end.</summary>
    public string Words => string.Concat(Events
        .Reverse().TakeWhile(told => told.Step?.Name != "restarted").Reverse()
        .Select(told => told.Delta?.Text));

    public async Task<TurnOutcome> AnswerAsync(TurnContext? turn = null)
    {
        Events.Clear();
        var outcome = await _agent.AnswerAsync(turn ?? Build.Turn(), CancellationToken.None);
        foreach (var untold in JsonSerializer.Deserialize(outcome.Events ?? "[]"u8, LeadHeatJson.Default.IReadOnlyListTurnEvent)!)
            Events.Enqueue(untold);
        return outcome;
    }

    public Task PublishAsync(IReadOnlyList<TurnEvent> events, CancellationToken cancellationToken)
    {
        Publishes++;
        foreach (var told in events)
            Events.Enqueue(told);
        return Task.CompletedTask;
    }

    public void Dispose() => _inventory.Dispose();
}
