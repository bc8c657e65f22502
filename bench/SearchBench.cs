using System.Diagnostics;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Bench;

/// <summary>
/// The search inside the process: the exact vector scan in 8 bits with its re-rank, beside the same in full precision and beside reading as many bytes
/// as fast as one core can; and the hybrid search of 20,000 passages with 100 in flight.
/// </summary>
internal static class SearchBench
{
    private const int Dimensions = LocalEmbedder.Dimensions;
    private const int Nearest = 10;
    private const int Scans = 300;

    public static async Task<Report> RunAsync(string[] arguments)
    {
        var report = new Report("search", "p50 ms", "p99 ms", "fp32 p50 ms", "read p50 ms", "recall");
        Scan(report, 20_000, 0.25);
        Scan(report, 100_000, 1.5);
        await HybridAsync(report);
        return report;
    }

    private static void Scan(Report report, int count, double bar)
    {
        var random = new Random(1);
        var vectors = Enumerable.Range(0, count).Select(_ => Vector(random)).ToArray();
        var block = new VectorBlock(vectors, Dimensions);
        var (fast, exact, read, same) = (new Times(), new Times(), new Times(), 0);
        var bytes = new byte[count * Dimensions];
        random.NextBytes(bytes);
        for (var round = 0; round < Scans; round++)
        {
            var query = Vector(random);
            IReadOnlyList<Near> found = [];
            Time(fast, () => found = block.Nearest(query, Nearest));
            Time(read, () => Read(bytes));
            // A tenth as often, because it takes so much longer.
            if (round % 10 > 0)
                continue;
            IReadOnlyList<Near> truth = [];
            Time(exact, () => truth = block.NearestInFullPrecision(query, Nearest));
            same += truth.Count(near => found.Any(other => other.Row == near.Row));
        }

        var recall = same / (double)(Nearest * Scans / 10);
        report.Add($"{count:N0} vectors", fast.Percentile(50) <= bar && recall == 1, fast.Percentile(50), fast.Percentile(99), exact.Percentile(50), read.Percentile(50), recall);
    }

    private static async Task HybridAsync(Report report)
    {
        var random = new Random(2);
        string[] words = [.. Enumerable.Range(0, 5_000).Select(number => $"w{(char)('a' + (number % 26))}{number}")];
        // Common words are common: what has to be looked at is as long as in a real text.
        string Sentence(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]));
        TextField[][] texts = [.. Enumerable.Range(0, 20_000).Select(_ => (TextField[])[new(Sentence(60), 1)])];
        var embedder = LocalEmbedder.Train(texts, Thesaurus.None, EmbedderKind.Listings);
        var vocabulary = new Vocabulary();
        var index = new TextIndex<int>([.. texts.Select((text, at) => new IndexRow<int>(at, text, vocabulary, embedder.Embed(text)))], vocabulary, Dimensions);
        string[] questions = [.. Enumerable.Range(0, 2_000).Select(_ => Sentence(6))];
        var (alone, crowd) = (new Times(), new Times());
        void Ask(string question) => index.Search(question, embedder.EmbedQuestion(question), SearchMode.Hybrid, 5, null);
        foreach (var question in questions)
            Time(alone, () => Ask(question));
        // 100 callers, each asking again when it has its answer: the time is from asking to the answer, so it has the waiting for a core in it.
        await Task.WhenAll(Enumerable.Range(0, 100).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 20; round++)
            {
                var asked = Stopwatch.GetTimestamp();
                await Task.Yield();
                Ask(questions[((caller * 20) + round) % questions.Length]);
                crowd.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })));
        report.Add("hybrid, one at a time", null, alone.Percentile(50), alone.Percentile(99), "", "", "");
        report.Add("hybrid, 100 in flight", crowd.Percentile(99) <= 5, crowd.Percentile(50), crowd.Percentile(99), "", "", "");
    }

    private static void Time(Times times, Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static long Read(ReadOnlySpan<byte> bytes)
    {
        var sum = System.Numerics.Vector<long>.Zero;
        foreach (var part in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, System.Numerics.Vector<long>>(bytes))
            sum += part;
        return System.Numerics.Vector.Sum(sum);
    }

    private static float[] Vector(Random random)
    {
        var vector = new float[Dimensions];
        for (var at = 0; at < Dimensions; at++)
            vector[at] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
