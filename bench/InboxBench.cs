using System.Diagnostics;
using System.Text.Json.Nodes;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Bench;

/// <summary>The inbox over a million leads, through the API: its first page, and its thousandth by following the cursor.</summary>
internal static class InboxBench
{
    private const double Bar = 20;
    private const int Leads = 1_000_000;
    private const int Page = 1000;
    private const int Repeats = 300;
    private const int Chats = 100;

    private static readonly (string What, string Query)[] Lists =
    [
        ("newest activity", "sort=last_activity"),
        ("highest score", "sort=score"),
        ("newest", "sort=created"),
        ("hot", "heat=hot&sort=last_activity"),
        ("new or working", "status=new&status=working&sort=last_activity"),
        ("from WhatsApp", "source=whatsapp&sort=last_activity"),
        ("one playbook, by score", "playbook=real-estate&sort=score"),
        ("nobody's", "owner=none&sort=last_activity"),
    ];

    // Too short for a thousandth page, or not to be paged through.
    private static readonly (string What, string Query)[] FirstPages =
    [
        ("waiting for a person", "waiting=true&sort=last_activity"),
        ("an e-mail address", "text=p77777%40example.com"),
        ("a common name", "text=asha&sort=last_activity"),
        ("a first and last name", "text=asha+menon&sort=last_activity"),
        ("a name among the lost", "text=asha&status=lost&sort=last_activity"),
        ("last week's, by score", $"createdFrom={DaysAgo(7)}&sort=score"),
        ("an old week's, by activity", $"createdFrom={DaysAgo(300)}&createdTo={DaysAgo(293)}&sort=last_activity"),
        ("cold, by score", "heat=cold&sort=score"),
        ("won, cold, imported, by creation", "status=won&heat=cold&source=csv&sort=created"),
        ("somebody's, hot, by score", "owner=00000000-0000-7000-8000-000000000013&heat=hot&sort=score"),
    ];

    /// <param name="args">Another number of leads and another page than the thousandth, to try the program itself.</param>
    public static async Task<Report> RunAsync(string[] args)
    {
        var (leads, page) = args is [var many, var late] ? (int.Parse(many, Wire.Invariant), int.Parse(late, Wire.Invariant)) : (Leads, Page);
        await using var app = await RunningApp.StartAsync();
        Console.WriteLine($"{leads} leads in {await FillAsync(app, leads):0} s");
        using var wire = new Wire(new Uri(app.ApiUrl), app.AdminKey);
        var report = new Report("inbox", "page", "p50 ms", "p99 ms");
        foreach (var (what, query) in Lists)
        {
            await AddAsync(report, wire, what, 1, $"/api/leads?limit=50&{query}");
            await AddAsync(report, wire, $"{what}, page {page}", page, $"/api/leads?limit=50&{query}&cursor={await CursorOfAsync(wire, query, page)}");
        }
        foreach (var (what, query) in FirstPages)
            await AddAsync(report, wire, what, 1, $"/api/leads?limit=50&{query}");
        await ChatAsync(report, app);
        return report;
    }

    /// <summary>Fills the app's database, and says how many seconds it took.</summary>
    public static async Task<double> FillAsync(RunningApp app, int leads, params string[] more)
    {
        var began = Stopwatch.GetTimestamp();
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb") + ";Command Timeout=900");
        await using var connection = await database.OpenConnectionAsync();
        foreach (var statement in new[] { Read("million.sql").Replace("{leads}", $"{leads}", StringComparison.Ordinal) }.Concat(more.Select(Read)).Concat(["vacuum analyze", "checkpoint"]))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static string Read(string file)
    {
        using var sql = new StreamReader(typeof(InboxBench).Assembly.GetManifestResourceStream(file)!);
        return sql.ReadToEnd();
    }

    private static async Task AddAsync(Report report, Wire wire, string what, int page, string path)
    {
        var times = new Times();
        for (var count = -20; count < Repeats; count++)
        {
            var began = Stopwatch.GetTimestamp();
            await wire.GetAsync(path);
            if (wire.Status != 200)
                throw new IOException($"{path}: {wire.Status} {wire.Answer}");
            if (count >= 0)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        report.Add(what, times.Percentile(99) <= Bar, page, times.Percentile(50), times.Percentile(99));
    }

    // Somebody new among all those leads: what a chat costs must not grow with them.
    private static async Task ChatAsync(Report report, RunningApp app)
    {
        Times starts = new(), turns = new();
        using var visitor = new Visitor(new Uri(app.ApiUrl), app.AdminKey, turns);
        for (var count = -20; count < Chats; count++)
        {
            var began = Stopwatch.GetTimestamp();
            var session = await visitor.StartAsync();
            var started = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var answered = await visitor.SayAsync(session, "Hi, I am looking for a 2 bedroom apartment in Whitefield");
            if (count < 0)
                continue;
            starts.Add(started);
            turns.Add(answered);
        }
        report.Add("a new chat is opened", null, 1, starts.Percentile(50), starts.Percentile(99));
        report.Add("its first message is answered", null, 1, turns.Percentile(50), turns.Percentile(99));
    }

    /// <summary>Of a late page, reached as a reader would: page by page.</summary>
    private static async Task<string> CursorOfAsync(Wire wire, string query, int late)
    {
        string? cursor = null;
        for (var page = 1; page < late; page++)
        {
            await wire.GetAsync($"/api/leads?limit=50&{query}" + (cursor is null ? "" : $"&cursor={cursor}"));
            cursor = Uri.EscapeDataString(NextOf(wire.Answer) ?? throw new IOException($"{query} ends on page {page}"));
        }
        return cursor!;
    }

    private static string DaysAgo(int days) => DateTimeOffset.UtcNow.AddDays(-days).ToString("yyyy-MM-ddTHH:mm:ssZ", Wire.Invariant);

    private static string? NextOf(string answer)
    {
        // "next" is the last member of a page.
        var at = answer.LastIndexOf("\"next\":\"", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var value = answer[(at + 7)..(answer.IndexOf('"', at + 8) + 1)];
        return JsonNode.Parse(value)!.GetValue<string>();
    }
}
