using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Bench;

/// <summary>
/// Search as the Api does it, by words, vectors and near words, over documents and over units, one question at a time and with 100 in flight: each of 100
/// callers asks again when it has its answer, and the time is from asking to the answer. A new word is one that was never asked before.
/// </summary>
internal static class HybridBench
{
    private const int InFlight = 100;
    private const int Alone = 500;

    // Before so many are over, methods are compiled and threads begun: they do not count.
    private const int First = 1_000;
    private const int InCrowd = 10_000;
    private const double Bar = 5;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public static async Task<Report> RunAsync(string[] arguments)
    {
        var root = arguments.Length > 0 ? arguments[0] : Directory.GetCurrentDirectory();
        var report = new Report("hybrid search", "processor µs", "alone p50 ms", "alone p99 ms", "100: p50 ms", "100: p99 ms", "a second");
        var words = File.ReadAllBytes(Path.Combine(root, "LeadHeat.Api/Knowledge/Words/words.bin"));
        var near = new WordVectors(words);
        string[] stems = Encoding.ASCII.GetString(words.AsSpan(12, BitConverter.ToInt32(words, 8))).Split('\n');
        var thesaurus = new Thesaurus(File.ReadAllBytes(Path.Combine(root, "artifacts/words/related.txt")));
        Passage[] passages = [.. Directory.EnumerateFiles(Path.Combine(root, "playbooks/real-estate/knowledge"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];
        var synonyms = new Synonyms(File.ReadAllText(Path.Combine(root, "playbooks/real-estate/synonyms.txt")));
        string[] questions = [.. Lines(root, "knowledge").Where(line => line.GetProperty("playbook").GetString() == "real-estate").Select(line => line.GetProperty("question").GetString()!)];
        var random = new Random(3);
        foreach (var count in (int[])[passages.Length, 2_000, 20_000])
        {
            var (index, embedder) = Index([.. Enumerable.Range(0, count).Select(at => at < passages.Length ? passages[at] : Like(passages[random.Next(passages.Length)], stems, random))], thesaurus, near);
            void Ask(string question)
            {
                var others = synonyms.Of(question);
                index.Search(question, embedder.EmbedQuestion(question, others), SearchMode.Hybrid, 5, null, others);
            }

            string Fresh(int at) => $"{questions[at % questions.Length]} {stems[at % stems.Length]}";
            Time(() => { for (var at = 0; at < 200; at++) Ask(questions[at % questions.Length]); });
            await AddAsync(report, $"{count:N0} passages, warm", at => Ask(questions[at % questions.Length]));
            await AddAsync(report, $"{count:N0} passages, a new word each", at => Ask(Fresh(at)));
        }

        foreach (var count in (int[])[DemoInventory.Create(Now).Count, 20_000])
            await UnitsAsync(report, root, thesaurus, count);
        return report;
    }

    private static async Task UnitsAsync(Report report, string root, Thesaurus thesaurus, int count)
    {
        var playbook = PlaybookLibrary.FromFiles([.. Directory.EnumerateFiles(Path.Combine(root, "playbooks"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))]).All.First(playbook => playbook.HasInventory);
        var synonyms = new Synonyms(File.ReadAllText(Path.Combine(root, $"playbooks/{playbook.Name}/synonyms.txt")));
        var vocabulary = new Vocabulary();
        var few = DemoInventory.Create(Now);
        UnitRow[] units = [.. Enumerable.Range(0, count).Select(at => new UnitRow(few[at % few.Count] with { Id = new Guid(at, 0, 0, new byte[8]), ExternalId = $"unit-{at}" }, vocabulary))];
        var embedder = LocalEmbedder.Train([.. units.Select(row => row.Fields)], thesaurus, EmbedderKind.Listings);
        SegmentedIndex<UnitRow> index = new([.. units.Select(row => new IndexRow<UnitRow>(row, row.Fields, vocabulary, embedder.Embed(row.Fields)))], vocabulary, LocalEmbedder.Dimensions);
        string[] queries = [.. Lines(root, "inventory").Select(line => line.GetProperty("query").GetString()!)];
        void Ask(string query)
        {
            var (filters, text, _) = SearchReader.Read(query, new(), playbook, Now);
            var others = synonyms.Of(text);
            var hits = index.Search(text, embedder.EmbedQuestion(text, others), SearchMode.Hybrid, UnitWish.Candidates, new UnitMatcher(filters).Fits);
            new UnitWish(text, others, vocabulary).Order(hits, 5);
        }

        Time(() => { for (var at = 0; at < 200; at++) Ask(queries[at % queries.Length]); });
        await AddAsync(report, $"{count:N0} units", at => Ask(queries[at % queries.Length]));
    }

    /// <param name="ask">Is given which question it is: no number twice.</param>
    private static async Task AddAsync(Report report, string what, Action<int> ask)
    {
        var alone = new Times();
        for (var at = 0; at < Alone; at++)
        {
            var number = at;
            alone.Add(Time(() => ask(number)));
        }

        await CrowdAsync(ask, Alone, First);
        var began = Stopwatch.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        var crowd = await CrowdAsync(ask, Alone + First, InCrowd);
        var took = Stopwatch.GetElapsedTime(began);
        used = Environment.CpuUsage.TotalTime - used;
        report.Add(what, crowd.Percentile(99) <= Bar, used.TotalMicroseconds / crowd.Count, alone.Percentile(50), alone.Percentile(99), crowd.Percentile(50), crowd.Percentile(99), crowd.Count / took.TotalSeconds);
    }

    private static async Task<Times> CrowdAsync(Action<int> ask, int from, int count)
    {
        var (times, next) = (new Times(), from - 1);
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < from + count)
            {
                var asked = Stopwatch.GetTimestamp();
                await Task.Yield();
                ask(number);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })));
        return times;
    }

    private static (TextIndex<Passage>, LocalEmbedder) Index(Passage[] passages, Thesaurus thesaurus, WordVectors near)
    {
        var vocabulary = new Vocabulary();
        var embedder = LocalEmbedder.Train([.. passages.Select(passage => passage.Fields)], thesaurus, EmbedderKind.Prose);
        return (new([.. passages.Select(passage => new IndexRow<Passage>(passage, passage.Fields, vocabulary, embedder.Embed(passage.Fields)))], vocabulary, LocalEmbedder.Dimensions, near), embedder);
    }

    // Half of a real passage's words, and as many others: common ones often, as in a real text.
    private static Passage Like(Passage passage, string[] stems, Random random)
    {
        var words = passage.Text.Split(' ');
        var text = string.Join(' ', words.Take(60).Select(word => random.Next(2) == 0 ? word : stems[(int)(stems.Length * Math.Pow(random.NextDouble(), 2))]));
        return passage with { Text = text };
    }

    private static IEnumerable<Passage> Read(string path)
    {
        var text = File.ReadAllText(path).Split("\n---\n", 2)[^1].Trim();
        var document = new KnowledgeDocument(
            Guid.Empty, "bench", "general", Chunker.TitleOf(text) ?? "", Path.GetFileName(path), "text/markdown", text.Length, text.Length, 0, true, DateTimeOffset.UnixEpoch);
        return Passage.Of(document, text);
    }

    private static IEnumerable<JsonElement> Lines(string root, string name) => File.ReadLines(Path.Combine(root, $"evals/retrieval/{name}.jsonl"))
        .Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static double Time(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
