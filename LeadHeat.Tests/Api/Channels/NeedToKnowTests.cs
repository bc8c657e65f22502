namespace LeadHeat.Tests.Api.Channels;

/// <summary>What somebody finds who gets into one of the processes.</summary>
[Collection("channels")]
public sealed class NeedToKnowTests(ChannelsFixture fixture)
{
    [Theory]
    [InlineData("web", "Access__ServiceKey")]
    [InlineData("worker-0", "Access__ServiceKey", "ConnectionStrings__redis")]
    [InlineData("redis")]
    [InlineData("postgres")]
    public void Process_knows_no_secret_that_it_does_not_use(string name, params string[] own)
    {
        // Elsewhere a process cannot be asked what it was told.
        if (!OperatingSystem.IsLinux())
            return;
        var told = File.ReadAllText($"/proc/{fixture.App.Pids(name)[0]}/environ").Split('\0').Select(setting => setting.Split('=')[0]).Where(setting => !setting.EndsWith("IsNew", StringComparison.Ordinal));

        Assert.Equal(own, told.Where(setting => setting.StartsWith("Meta__", StringComparison.Ordinal) || setting.StartsWith("Access__", StringComparison.Ordinal)
            || setting.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
