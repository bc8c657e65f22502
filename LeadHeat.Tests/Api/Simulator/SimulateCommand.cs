using System.Diagnostics;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Simulator;

/// <summary><c>./simulate.mjs</c> against a running app.</summary>
internal static class SimulateCommand
{
    /// <summary>What it said, after it has ended well.</summary>
    public static async Task<string> RunAsync(RunningApp app, params string[] arguments)
    {
        using var command = Process.Start(new ProcessStartInfo("node", [Path.Combine(Solution.Root, "simulate.mjs"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LEADHEAT_DATA"] = app.Data },
        })!;
        var wrong = command.StandardError.ReadToEndAsync();
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        Assert.True(command.ExitCode == 0, $"{said}{await wrong}{app.Output}");
        return said;
    }
}
