using LeadHeat.AppHost.Local.Engine;
using Microsoft.Extensions.Configuration;

namespace LeadHeat.AppHost.Local;

internal sealed class DistributedApplication(string[] args, IConfiguration configuration, IReadOnlyList<IResource> resources)
{
    private readonly Screen _screen = new(Console.Out);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    public void Run() => Environment.ExitCode = RunAsync(Options.From(args)).GetAwaiter().GetResult();

    private async Task<int> RunAsync(Options options)
    {
        if (options.Help || options.Unknown is not null)
        {
            _screen.Say(options.Unknown is null ? Options.Usage() : $"There is no option {options.Unknown}.\n\n{Options.Usage()}");
            return options.Unknown is null ? 0 : 2;
        }

        try
        {
            return await RunOnDataAsync(options);
        }
        catch (CannotStart reason)
        {
            _screen.Say(reason.Message);
            return 1;
        }
    }

    private async Task<int> RunOnDataAsync(Options options)
    {
        using var data = DataFolder.Take(configuration["LEADHEAT_DATA"]);
        _screen.Say($"LeadHeat starts on {data.Root}");
        if (options.Fresh)
            data.Empty();
        var dashboardCli = options.Dashboard ? DashboardRunner.FindCli() : null;
        if (options.Dashboard && dashboardCli is null)
            _screen.Say("The Aspire dashboard is not on this machine (./setup.sh brings it where npm has it): going on without");

        var plan = new RunPlan(resources, configuration, data, dashboardCli, _screen.Say);
        using var engine = new LocalEngine(plan, _screen);
        using var shutdown = new Shutdown();
        shutdown.Listen(askedTwice: engine.Kill);
        return await engine.RunAsync(shutdown.Asked);
    }
}
