using System.Diagnostics;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Core.Understanding.Classifying;
using LeadHeat.Tests.Core;
using Xunit;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>What playbooks teach is learned with the build: a start finds it.</summary>
public sealed class LearnCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadheat-learned-").FullName;

    [Fact]
    public async Task Command_keeps_what_every_start_then_reads()
    {
        Assert.Equal(0, await LearnAsync());

        Assert.DoesNotContain(Shipped.Playbooks.All, playbook => ModelFile.Read(_folder, playbook.Name, playbook.Version) is null);
        Assert.Single(Directory.GetFiles(_folder, "values-*"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<int> LearnAsync()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var assembly = Path.Combine(Solution.Root, "artifacts", "bin", "LeadHeat.Api", configuration, "LeadHeat.Api.dll");
        using var process = Process.Start("dotnet", [assembly, "learn", _folder]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
