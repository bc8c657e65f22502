using System.Diagnostics;
using System.Globalization;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>Whatever somebody puts into a PDF: it is refused or read in little time, the Api grows by little and goes on.</summary>
[Collection("app")]
public sealed class PdfBombTests(AppFixture fixture, ITestOutputHelper output)
{
    private const int MostGrown = 400;

    // The reader's own limit is 20 s of the processor; the machine may be busy.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Bombs { get; } = [.. PdfBombs.All.Keys];

    [Theory, MemberData(nameof(Bombs))]
    public async Task Bomb_costs_little_and_hurts_nobody(string bomb)
    {
        using var admin = Caller.Admin(fixture.App);
        var (file, before, began) = (PdfBombs.All[bomb](), Megabytes(), Stopwatch.GetTimestamp());
        var (most, over) = (before, new CancellationTokenSource());
        var watching = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, Megabytes());
                await Task.Delay(50);
            }
        });

        var said = await SendAsync(admin, file);

        var took = Stopwatch.GetElapsedTime(began);
        await over.CancelAsync();
        await watching;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bomb}: {file.Length / 1024:N0} KB, {took.TotalSeconds:0.0} s, the Api {before} to {most} MB, {said}"));
        Assert.InRange(took, TimeSpan.Zero, MostTime);
        Assert.True(most - before < MostGrown, $"the Api grew from {before} to {most} MB");
        await Eventually.TrueAsync(() => !Readers().Any(), MostTime, () => "its reader goes on");
        over.Dispose();
    }

    private static async Task<string> SendAsync(Caller admin, byte[] file)
    {
        try
        {
            var document = await admin.Client.AddDocumentAsync($"bombs-{Guid.NewGuid():N}"[..20], "test", "bomb.pdf", new MemoryStream(file));
            await admin.Client.DeleteDocumentAsync(document.Id);
            return "read";
        }
        catch (LeadHeatException refused)
        {
            Assert.Equal(400, (int)refused.Status);
            return refused.Why;
        }
    }

    private int Megabytes() => (int)(Process.GetProcessById(fixture.App.Pids("api")[0]).WorkingSet64 >> 20);

    private IEnumerable<int> Readers() => ProcessTable.Family(fixture.App.Pids("api")).Where(id => ProcessTable.Describe(id).Contains("pdftotext", StringComparison.Ordinal));
}
