using LeadHeat.Api.Scanning;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.Api.Scanning;

public sealed class FileScannerTests
{
    private static readonly byte[] Harmless = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_seen_whole_by_clamd_which_says_whether_it_is_clean(bool bySocket)
    {
        var path = Path.Combine(Path.GetTempPath(), $"lh-clamd-{Guid.NewGuid():N}"[..24]);
        await using var clamd = FakeClamd.Start(bySocket ? path : null);
        byte[] infected = [.. Harmless, .. System.Text.Encoding.ASCII.GetBytes(FakeClamd.Virus)];

        Assert.Equal(new ScanResult(ScanVerdict.Clean), await ScanAsync(clamd.Address, Harmless));
        Assert.Equal(new ScanResult(ScanVerdict.Infected, "Test-Virus"), await ScanAsync(clamd.Address, infected));
        Assert.Equal(new ScanResult(ScanVerdict.Clean), await ScanAsync(clamd.Address, []));
        Assert.Equal(3, clamd.Seen);
        File.Delete(path);
    }

    [Theory]
    [InlineData("Away", "Unscanned")]
    [InlineData("Silent", "Unscanned")]
    [InlineData("Cuts", "Unscanned")]
    [InlineData("Mumbles", "Unscanned")]
    [InlineData("SaysHalf", "Unscanned")]
    [InlineData("FullAtOnce", "TooLarge")]
    public async Task A_scanner_that_does_not_say_so_has_found_no_file_clean(string mood, string verdict)
    {
        await using var clamd = FakeClamd.Start();
        clamd.Mood = Enum.Parse<ClamdMood>(mood);

        Assert.Equal(Enum.Parse<ScanVerdict>(verdict), (await ScanAsync(clamd.Address, Harmless)).Verdict);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_has_found_no_file_clean()
    {
        Assert.Equal(ScanVerdict.Unscanned, (await ScanAsync("127.0.0.1:1", Harmless)).Verdict);
        Assert.Equal(ScanVerdict.Unscanned, (await ScanAsync("/nowhere/clamd.ctl", Harmless)).Verdict);
    }

    [Fact]
    public async Task Without_a_scanner_files_are_taken_as_they_come() => Assert.Equal(ScanVerdict.Clean, (await ScanAsync("", Harmless)).Verdict);

    [Theory]
    [InlineData("", true)]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("clamd", false)]
    [InlineData("clamd:", false)]
    [InlineData("clamd:0", false)]
    [InlineData("clamd:99999", false)]
    public void An_address_that_nobody_can_be_reached_at_stops_the_start(string address, bool isGood) =>
        Assert.Equal(isGood, new ScannerAddress().Validate(null, new ScannerOptions { ClamAv = address }).Succeeded);

    private static Task<ScanResult> ScanAsync(string address, byte[] file) =>
        new FileScanner(Options.Create(new ScannerOptions { ClamAv = address, ClamAvSeconds = 2 }), NullLogger<FileScanner>.Instance)
            .ScanAsync(new MemoryStream(file), CancellationToken.None);
}
