using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Bench;

/// <summary>
/// How many leads a second of processor time each card that ships judges, whole ledger and next step with it: the best of some rounds, so that
/// others on the machine disturb it less.
/// </summary>
internal static class ScoringBench
{
    private const double Bar = 200_000;
    private const int Leads = 500;
    private const int Rounds = 7;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

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
        var (best, bytes) = (double.MaxValue, 0L);
        // Methods are compiled for good in the first.
        for (var round = 0; round <= Rounds; round++)
        {
            var (allocated, count, began) = (GC.GetAllocatedBytesForCurrentThread(), 0, Processor());
            var took = TimeSpan.Zero;
            for (; took < Long; took = Processor() - began)
            {
                points += Round(card, inputs);
                count += inputs.Length;
            }
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / count;
            if (round > 0)
                best = Math.Min(best, took.TotalSeconds / count);
        }
        GC.KeepAlive(points);
        report.Add(card.Name, 1 / best >= Bar, 1 / best, best * 1e6, (int)bytes);
    }

    private static TimeSpan Processor() => Environment.CpuUsage.TotalTime;

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
