using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

[Collection("own app")]
public sealed class EndOfRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    [Fact]
    public async Task No_child_survives_an_app_host_that_is_killed()
    {
        await using var app = await RunningApp.StartAsync(new AppOptions { Dashboard = true });
        await DashboardIsUpAsync(app);
        var family = ProcessTable.Family([.. app.Run.Resources.Select(entry => Assert.Single(entry.Pids))]);

        await app.EndAsync(UnixSignal.Kill);

        await AreGoneAsync(family);
    }

    [Theory]
    [InlineData(UnixSignal.Interrupt)]
    [InlineData(UnixSignal.Terminate)]
    public async Task Stopping_in_order_leaves_nothing_running_and_ends_well(UnixSignal signal)
    {
        await using var app = await RunningApp.StartAsync(new AppOptions { Dashboard = true });
        await DashboardIsUpAsync(app);
        var family = ProcessTable.Family([.. app.Run.Resources.Select(entry => Assert.Single(entry.Pids))]);

        var exitCode = await app.EndAsync(signal);

        await AreGoneAsync(family);
        Assert.Equal(0, exitCode);
        Assert.EndsWith("Stopped", app.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(app.Data, RunFile.FileName)));
        Assert.Contains("database system is shut down", File.ReadAllText(Path.Combine(app.Data, "logs", "postgres.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_child_survives_an_app_host_that_is_killed_while_it_starts()
    {
        await using var app = RunningApp.Launch(new AppOptions());
        await Eventually.TrueAsync(() => app.Output.Contains("postgres   ready", StringComparison.Ordinal), Limit, () => app.Output);
        var family = ProcessTable.Family([.. StartedBy(app)]);

        await app.EndAsync(UnixSignal.Kill);

        Assert.True(family.Count > 2, "nothing had been started");
        await AreGoneAsync(family);
    }

    [Fact]
    public async Task A_run_that_was_killed_leaves_data_that_the_next_run_goes_on_with()
    {
        await using var first = await RunningApp.StartAsync();
        var key = first.AdminKey;
        await Psql.RunAsync(first, "create table kept (id int); insert into kept values (41)");
        await first.EndAsync(UnixSignal.Kill);

        await using var next = await RunningApp.StartAsync(new AppOptions { Data = first.Data });

        Assert.Equal(key, next.AdminKey);
        Assert.Equal("41", await Psql.RunAsync(next, "select id from kept"));
    }

    private static Task AreGoneAsync(IReadOnlyList<int> family) => Eventually.TrueAsync(
        () => ProcessTable.Alive(family).Count == 0,
        Limit,
        () => string.Join('\n', ProcessTable.Alive(family).Select(ProcessTable.Describe)));

    private static Task DashboardIsUpAsync(RunningApp app) => Eventually.TrueAsync(
        () => app.Run.Resources.Any(entry => entry is { Name: "dashboard", State: RunState.Running }) || DashboardRunner.FindCli() is null,
        TimeSpan.FromSeconds(240),
        () => app.Output);

    private static IEnumerable<int> StartedBy(RunningApp app) => File.ReadLines(Path.Combine(app.Data, "processes"))
        .Select(line => int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
}
