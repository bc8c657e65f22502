using System.Diagnostics;
using System.Net;
using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Agent;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Bench;

/// <summary>
/// The agent's own time for a turn, from the claimed message to the outcome with its record, over the conversations of the evals, with tools
/// that answer at once; and what the guards take of it for a reply.
/// </summary>
internal static class AgentBench
{
    private const int Warm = 4;
    private const int Rounds = 6;
    private const double Bar = 20;

    public static async Task<Report> RunAsync(string[] arguments)
    {
        var root = arguments.Length > 0 ? arguments[0] : Directory.GetCurrentDirectory();
        var playbooks = PlaybookLibrary.FromFolder(Path.Combine(root, "playbooks"));
        var talks = Directory.EnumerateFiles(Path.Combine(root, "evals", "conversations"), "*.json").Order(StringComparer.Ordinal).Select(Read).ToList();
        using var api = new HttpClient(new Answers()) { BaseAddress = new Uri("http://api") };
        var client = new LeadHeatClient(api);
        using var inventory = new Inventory(client);
        var agent = new TurnAgent(
            new JudgingCards(playbooks, client),
            new BuiltInAgent(new AgentLoop(new ToolBox(new AgentTools(inventory, client), TimeProvider.System), TimeProvider.System)),
            UntoldEvents.Instance, TimeProvider.System, NullLogger<TurnAgent>.Instance);
        var (turn, claims, contacts) = (new Times(), new Times(), new Times());
        for (var round = 0; round < Warm + Rounds; round++)
        {
            foreach (var (playbook, messages) in talks)
                await PlayAsync(agent, playbooks[playbook], messages, round < Warm ? null : (turn, claims, contacts));
        }
        var report = new Report("agent, ms", "turns", "p50", "p95", "p99");
        report.Add("a turn, tools and model at 0 ms", turn.Percentile(99) <= Bar, turn.Count, turn.Percentile(50), turn.Percentile(95), turn.Percentile(99));
        report.Add("claims guard, µs a reply", null, claims.Count, claims.Percentile(50) * 1000, claims.Percentile(95) * 1000, claims.Percentile(99) * 1000);
        report.Add("contact guards, µs a reply", null, contacts.Count, contacts.Percentile(50) * 1000, contacts.Percentile(95) * 1000, contacts.Percentile(99) * 1000);
        return report;
    }

    private static async Task PlayAsync(TurnAgent agent, Playbook playbook, IReadOnlyList<string> messages, (Times Turn, Times Claims, Times Contacts)? times)
    {
        List<MessageView> history = [];
        IReadOnlyList<Fact> facts = [];
        var dialogue = DialogueState.Start;
        var handling = Handling.Bot;
        foreach (var text in messages)
        {
            var context = new TurnContext(
                Guid.NewGuid(), Guid.Empty, Guid.Empty, 1, 1, playbook.Name, Channel.Web, DateTimeOffset.UnixEpoch.AddYears(56), Guid.NewGuid(), text,
                [.. history.TakeLast(TurnLimits.History)], facts, dialogue, [], null, handling);
            var start = Stopwatch.GetTimestamp();
            var outcome = await agent.AnswerAsync(context, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start);
            if (times is { } measured)
            {
                measured.Turn.Add(took.TotalMilliseconds);
                Guard(playbook, context, outcome, measured.Claims, measured.Contacts);
            }
            (facts, dialogue) = (FactMerge.Merge(facts, outcome.Facts, correction: true).All, outcome.Dialogue);
            handling = outcome.Handoff is null ? handling : Handling.Queued;
            history.Add(new(context.MessageId, MessageAuthor.Visitor, null, text, [], [], [], null, context.ReceivedAt));
            history.Add(new(Guid.NewGuid(), MessageAuthor.Bot, null, outcome.Reply, outcome.Chips, outcome.Matches, [], "built-in", context.ReceivedAt));
        }
    }

    // Both as a hosted model's reply passes them: sentence by sentence, and its prompt without contact details.
    private static void Guard(Playbook playbook, TurnContext context, TurnOutcome outcome, Times claims, Times contacts)
    {
        var planned = Planner.Begin(context, playbook);
        var start = Stopwatch.GetTimestamp();
        ClaimsGuard.Check(outcome.Reply, Core.Grounding.Evidence.Of(planned, ToolFindings.None, ownWords: true));
        claims.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        var guard = new ReplyGuard(new AgentTurn(planned, new TurnStream(context, UntoldEvents.Instance, TimeProvider.System, CancellationToken.None), new TurnLog(null), "hosted"));
        start = Stopwatch.GetTimestamp();
        Redaction.Of(planned).Hide(context.Text);
        foreach (var span in ReplySentences.Of(outcome.Reply))
            guard.Fault(span.Of(outcome.Reply));
        contacts.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static (string Playbook, IReadOnlyList<string> Messages) Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return (json.RootElement.GetProperty("playbook").GetString()!, [.. json.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetString()!)]);
    }

    /// <summary>An Api that has a dozen units and five passages for every question.</summary>
    private sealed class Answers : HttpMessageHandler
    {
        private static readonly byte[] Units = JsonSerializer.SerializeToUtf8Bytes(
            new UnitPage([.. Enumerable.Range(1, 12).Select(number => new Unit(
                new Guid(number, 0, 0, new byte[8]), $"U{number}", $"Home {number}", "A bright home near the park.", "Bangalore", "Whitefield", "apartment", 2, 2, 100 + number,
                12_000_000 + (number * 500_000), "INR", ["parking", "balcony", "gym"], true, DateTimeOffset.UnixEpoch))], null), LeadHeatJson.Default.UnitPage);

        private static readonly byte[] Passages = JsonSerializer.SerializeToUtf8Bytes(
            new KnowledgeAnswer([.. Enumerable.Range(1, 5).Select(number => new KnowledgeHit(
                Guid.Empty, "Prices", "any", "pricing", "pricing.md", "What it costs",
                "The price depends on how much you take. It is agreed in writing for six months. Delivery is free from ten kilograms.", number, 120, 1.0 / number, new(1, 0.7)))]),
            LeadHeatJson.Default.KnowledgeAnswer);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(request.RequestUri!.AbsolutePath.StartsWith(Routes.Knowledge, StringComparison.Ordinal) ? Passages : Units) { Headers = { ContentType = new("application/json") } },
        });
    }
}
