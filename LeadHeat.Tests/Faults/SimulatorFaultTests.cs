using System.Globalization;
using System.Text.RegularExpressions;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Simulator;
using LeadHeat.Tests.AppHost;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Faults;

/// <summary>The same by one command over the other doors: Meta's traffic, doubled and late, while workers are killed.</summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed partial class SimulatorFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_Meta_delivers_while_workers_are_killed_is_lost_nowhere_and_doubled_nowhere()
    {
        var (count, kills) = (FaultScale.Of(300, 10_000), FaultScale.Of(4, 20)); // A worker that was killed often is started late: no more fit in.
        await using var app = await RunningApp.StartAsync(new() { Environment = { ["Simulator__Enabled"] = "true", ["Meta__AppSecret"] = "of-this-test" } });
        var team = app.Team();

        var said = await SimulateCommand.RunAsync(
            app, "--count", $"{count}", "--rate", "150", "--duplicates", "20", "--reordered", "20", "--batch", "10", "--seed", "7", "--kill", $"{kills}");

        output.WriteLine(said);
        var killed = int.Parse(Killed().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(killed, kills / 2, kills);
        var ledger = await team.GetSimulatorLedgerAsync();
        Assert.Equal(
            (count, count, count, 0, 0, 0, 0, 0),
            (ledger.Acknowledged, ledger.Stored, ledger.Processed, ledger.Dead, ledger.Lost, ledger.Doubled, ledger.OutOfOrder, ledger.SecondConversations));
        Assert.Equal(ledger.Conversations, await CountAsync(team, LeadSource.Whatsapp));
        Assert.Equal(ledger.Leads, ledger.Conversations + await CountAsync(team, LeadSource.LeadAds));
        Assert.Contains($"{count / 5:N0} forms there, 0 of them missing here.", said, StringComparison.Ordinal);

        var recovered = double.Parse(Done().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        await FaultLedger.NoteAsync(FaultLedger.Line(
            $"workers killed {killed} times under Meta's traffic", ledger.Acknowledged, ledger.Lost, ledger.Doubled, ledger.OutOfOrder, ledger.SecondConversations, ledger.Dead, recovered));
    }

    /// <summary>As the inbox lists them.</summary>
    private static async Task<int> CountAsync(LeadHeatClient team, LeadSource source)
    {
        var (count, cursor) = (0, (string?)null);
        do
        {
            var page = await team.GetLeadsAsync(new LeadQuery(Source: [source], Cursor: cursor, Limit: 100));
            (count, cursor) = (count + page.Items.Count, page.Next);
        }
        while (cursor is not null);
        return count;
    }

    [GeneratedRegex(@"Workers killed: (\d+)\.")]
    private static partial Regex Killed();

    [GeneratedRegex(@"All was done ([\d.]+) s after")]
    private static partial Regex Done();
}
