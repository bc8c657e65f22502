namespace LeadHeat.AppHost.Local.Engine;

/// <summary>What the person at the terminal sees.</summary>
internal sealed class Screen(TextWriter output)
{
    private readonly Lock _lock = new();

    public void Say(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Say(string resource, string what) => Say($"  {resource,-10} {what}");

    public void Failure(CannotStart reason, string resource, LogFile log)
    {
        var lines = log.LastLines();
        Say($"\n{reason.Message}");
        if (lines.Count > 0)
            Say($"The last lines of {resource} ({log.FilePath}):\n{string.Join('\n', lines.Select(line => "  | " + line))}");
    }

    public void Ready(RunPlan plan, IReadOnlyCollection<Runner> running, TimeSpan after)
    {
        Say($"\nLeadHeat is ready after {after.TotalSeconds:0.0} s\n");
        foreach (var (name, meaning) in new[]
        {
            ("web", "for the team; visitors chat at /chat"),
            ("api", "JSON, under /api"),
            ("dashboard", "traces, metrics, logs"),
        })
            if (running.FirstOrDefault(runner => runner.Name == name)?.Urls is [var url, ..])
                Say($"  {name,-10} {url,-26} {meaning}");
        Say($"  {"data",-10} {plan.Data.Root}");
        Say("");
        Say(plan.Secrets.New.Contains("admin-password")
            ? $"  sign in    {plan.AdminEmail} with the password {plan.Secrets.Kept("admin-password")}"
            : $"  sign in    {plan.AdminEmail}; the password, unless changed since, is in {plan.Data.PathOf("admin-password")}");
        Say($"  API key    in {plan.Data.PathOf("admin-key")}");
        Say("\nCtrl-C stops everything.");
    }
}
