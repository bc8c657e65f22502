using LeadHeat.Bench;

var benches = new Dictionary<string, Func<string[], Task<Report>>>
{
    ["ready"] = ReadyBench.RunAsync,
    ["turns"] = TurnsBench.RunAsync,
    ["inbox"] = InboxBench.RunAsync,
    ["live"] = LiveBench.RunAsync,
    ["memory"] = MemoryBench.RunAsync,
    ["understand"] = UnderstandBench.RunAsync,
    ["learn"] = LearnBench.RunAsync,
    ["agent"] = AgentBench.RunAsync,
    ["search"] = SearchBench.RunAsync,
    ["hybrid"] = HybridBench.RunAsync,
    ["webhooks"] = WebhooksBench.RunAsync,
    ["jobs"] = JobsBench.RunAsync,
    ["heat"] = HeatBench.RunAsync,
    ["upload"] = UploadBench.RunAsync,
    ["scoring"] = ScoringBench.RunAsync,
    ["shadow"] = ShadowBench.RunAsync,
    ["overview"] = OverviewBench.RunAsync,
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"Name one of: {string.Join(", ", benches.Keys)}");
    return 2;
}

var report = await bench(args[1..]);
report.Print();
return report.AllHold ? 0 : 1;
