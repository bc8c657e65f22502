using System.Diagnostics;
using System.Globalization;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Bench;

/// <summary>
/// A CSV file through the API, with bad rows in it, beside a bare COPY of the very rows that it became into the same tables, with the same
/// indexes and triggers, in the same run.
/// </summary>
internal static class UploadBench
{
    private const double SpeedBar = 0.4;
    private const double MemoryBar = 200;

    // In the order of their references. What triggers write comes by itself, in both.
    private static readonly string[] Tables = ["contacts", "leads", "lead_profiles", "lead_features", "qualifications", "activities"];

    /// <param name="args">Another number of rows than a million.</param>
    public static async Task<Report> RunAsync(string[] args)
    {
        var rows = args is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("leadheat-upload-");
        try
        {
            var file = new UploadFile(Path.Combine(folder.FullName, "leads.csv"), rows);
            Console.WriteLine($"{rows} rows, {new FileInfo(file.Path).Length / 1_000_000} MB, {file.Bad.Count} of them bad");
            await using var app = await RunningApp.StartAsync();
            await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb") + ";Command Timeout=3600");
            using var http = app.ApiClient();
            http.Timeout = TimeSpan.FromHours(1);
            var start = Processor(app);
            var (import, memory, errors) = await ImportAsync(app, new LeadHeatClient(http), file);
            var imported = Processor(app);
            var copy = await CopyAsync(database, folder.FullName);
            var copied = Processor(app);

            var report = new Report("upload", "seconds", "rows/s", "share", "MB", "Api CPU s", "Postgres CPU s");
            report.Add("bare COPY", null, copy, rows / copy, 1.0, 0.0, 0.0, copied.Postgres - imported.Postgres);
            report.Add(
                "import", rows / import >= SpeedBar * (rows / copy), import, rows / import, copy / import, 0.0, imported.Api - start.Api,
                imported.Postgres - start.Postgres);
            report.Add("Api's memory above idle", memory <= MemoryBar, 0.0, 0.0, 0.0, memory, 0.0, 0.0);
            report.Add("wrong or missing errors", errors == 0, 0.0, (double)errors, 0.0, 0.0, 0.0, 0.0);
            return report;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Others on the machine disturb processor time less than the clock on the wall. COPY's includes reading the rows out before.
    private static (double Api, double Postgres) Processor(RunningApp app) =>
        (ProcessTree.CpuSeconds(app.Pids("api")), ProcessTree.CpuSeconds(app.Pids("postgres")));

    private static async Task<(double Seconds, double Memory, int WrongErrors)> ImportAsync(RunningApp app, LeadHeatClient team, UploadFile file)
    {
        var idle = MemoryBench.Of(app.Pids("api"));
        var most = idle;
        using var ended = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                most = Math.Max(most, MemoryBench.Of(app.Pids("api")));
                await Task.Delay(500);
            }
        });
        var began = Stopwatch.GetTimestamp();
        await using var content = File.OpenRead(file.Path);
        var upload = await team.UploadAsync("leads.csv", content);
        if (upload.State != UploadState.Importing)
            throw new InvalidOperationException($"The file is {upload.State}: {string.Join(", ", upload.Mapping.Where(column => column.Problem is not null))}");
        while (upload.State == UploadState.Importing)
        {
            await Task.Delay(500);
            upload = await team.GetUploadAsync(upload.Id);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await ended.CancelAsync();
        await watching;
        Console.WriteLine($"{upload.State}: {upload.RowsRead} read, {upload.RowsOk} ok, {upload.RowsRejected} rejected, {upload.Duplicates} duplicates in {seconds:0} s");
        return (seconds, most - idle, await WrongAsync(team, upload, file));
    }

    private static async Task<int> WrongAsync(LeadHeatClient team, UploadView upload, UploadFile file)
    {
        using var download = await team.DownloadAsync(Routes.Upload(upload.Id) + "/rejects");
        using var text = new StreamReader(await download.Content.ReadAsStreamAsync());
        var csv = new CsvReader(text, new(), new());
        FileOpening.ReadHeader(csv);
        HashSet<(int, string)> told = [];
        while (csv.Read())
            told.Add((int.Parse(csv[0], CultureInfo.InvariantCulture), csv[1].ToString()));
        told.SymmetricExceptWith(file.Bad);
        return told.Count;
    }

    private static async Task<double> CopyAsync(NpgsqlDataSource database, string folder)
    {
        await using var connection = await database.OpenConnectionAsync();
        Dictionary<string, string> columns = [];
        foreach (var table in Tables)
        {
            await using var ask = new NpgsqlCommand(
                "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns where table_name = $1 and is_generated = 'NEVER'", connection)
            {
                Parameters = { new() { Value = table } },
            };
            columns[table] = (string)(await ask.ExecuteScalarAsync())!;
            await using var read = await connection.BeginRawBinaryCopyAsync($"copy {table} ({columns[table]}) to stdout (format binary)");
            await using var to = File.Create(Path.Combine(folder, table));
            await read.CopyToAsync(to);
        }

        foreach (var statement in new[] { $"truncate {string.Join(", ", Tables)}, lead_texts cascade", "checkpoint" })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        var began = Stopwatch.GetTimestamp();
        foreach (var table in Tables)
        {
            await using var write = await connection.BeginRawBinaryCopyAsync($"copy {table} ({columns[table]}) from stdin (format binary)");
            await using var from = File.OpenRead(Path.Combine(folder, table));
            await from.CopyToAsync(write);
        }
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
