using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api;

/// <summary>An app in which nothing that came before is still under way: no lead of another test is going to appear by itself.</summary>
internal static class Quiet
{
    public static Task UntilAsync(RunningApp app) => Eventually.TrueAsync(
        async () => await Psql.RunAsync(app, """
            select (select count(*) from deliveries where split_at is null) + (select count(*) from inbound where state = 'pending')
                + (select count(*) from turns where state in ('queued', 'running'))
            """) == "0",
        TimeSpan.FromSeconds(120), () => "something is still under way");
}
