using System.Diagnostics;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Bench;

/// <summary>How many leads a second one core judges by each card that ships, whole ledger and next step with it.</summary>
internal static class ScoringBench
{
    private const double Bar = 200_000;
    private const int Leads = 500;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static Task<Report> RunAsync(string[] arguments)
    {
        var root = arguments.Length > 0 ? arguments[0] : Directory.GetCurrentDirectory();
        var report = new Report("scoring", "leads/s", "µs a lead", "bytes");
        foreach (var playbook in PlaybookLibrary.FromFolder(Path.Combine(root, "playbooks")).All.OrderBy(playbook => playbook.Name, StringComparer.Ordinal))
        {
            foreach (var card in playbook.Scorecards)
                Add(report, card, Inputs(playbook));
        }
        return Task.FromResult(report);
    }

    private static void Add(Report report, Scorecard card, ScoringInput[] inputs)
    {
        var points = 0L;
        for (var warm = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warm) < Long / 3;)
            points += Round(card, inputs);
        var (bytes, count, began) = (GC.GetAllocatedBytesForCurrentThread(), 0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < Long)
        {
            points += Round(card, inputs);
            count += inputs.Length;
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        GC.KeepAlive(points);
        report.Add(card.Name, count / seconds >= Bar, count / seconds, seconds / count * 1e6, (int)((GC.GetAllocatedBytesForCurrentThread() - bytes) / count));
    }

    private static long Round(Scorecard card, ScoringInput[] inputs)
    {
        var points = 0L;
        foreach (var input in inputs)
            points += card.Evaluate(input).Score;
        return points;
    }

    // As much as is known of leads in life: from nothing to nearly all, with words for each.
    private static ScoringInput[] Inputs(Playbook playbook)
    {
        var random = new Random(7);
        var at = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        return
        [
            .. Enumerable.Range(0, Leads).Select(number => new ScoringInput(
                [.. playbook.Fields.Where(_ => random.Next(10) < 6).Select(field => Known(field, random, at))],
                [.. Enumerable.Range(0, random.Next(4)).Select(unit => Match(unit, random))], [], at,
                DialogueState.Start with { Turns = random.Next(12), Questions = random.Next(6), Characters = random.Next(900), Engagement = random.Next(11) })),
        ];
    }

    private static Fact Known(PlaybookField field, Random random, DateTimeOffset at) => new(
        field.Name,
        field.Kind switch
        {
            FieldKind.Money => new(Max: random.Next(5, 40) * 1_000_000, Unit: "INR"),
            FieldKind.Timeline => new(Text: "soon", Max: random.Next(1, 18), Unit: "months"),
            FieldKind.Areas => new(Items: ["Whitefield"]),
            FieldKind.Beds or FieldKind.Count or FieldKind.Size => new(Min: random.Next(1, 4), Max: random.Next(1, 4)),
            FieldKind.Choice => new(Text: field.Choices[random.Next(field.Choices.Count)].Value),
            FieldKind.Choices => new(Items: [field.Choices[0].Value]),
            _ => new(Text: "known"),
        },
        "as they said it", FactSource.Bot, 0.9, at, [new(Guid.Empty, 3, 12, "as they said")]);

    private static UnitMatch Match(int number, Random random) =>
        new(Guid.Empty, $"Home {number}", "Bangalore", random.Next(2) == 0 ? "Whitefield" : "Hebbal", "apartment", random.Next(1, 4), 2, 100, random.Next(5, 40) * 1_000_000, "INR", "2 beds");
}
