using System.Text.Json.Nodes;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Contract;

/// <summary>
/// What callers rely on stands in contract.txt. Whoever changes it on purpose runs this test with LEADHEAT_WRITE_CONTRACT=1, which
/// writes the file anew, and shows the difference in the commit.
/// </summary>
[Collection("app")]
public sealed class ContractTests(AppFixture fixture)
{
    private static readonly string FilePath = Path.Combine(Solution.Root, "LeadHeat.Tests", "Api", "Contract", "contract.txt");

    [Fact]
    public async Task The_description_still_holds_all_that_callers_rely_on()
    {
        var lines = await DescribedAsync();
        if (Environment.GetEnvironmentVariable("LEADHEAT_WRITE_CONTRACT") == "1")
            await File.WriteAllLinesAsync(FilePath, lines);

        var gone = (await File.ReadAllLinesAsync(FilePath)).Where(line => !lines.Contains(line));

        Assert.Equal([], gone);
    }

    [Fact]
    public async Task Each_answer_and_body_has_a_type()
    {
        var untyped = (await DescribedAsync()).Where(line => line.Contains("anything application/json", StringComparison.Ordinal));

        Assert.Equal([], untyped);
    }

    private async Task<IReadOnlySet<string>> DescribedAsync()
    {
        using var admin = Caller.Admin(fixture.App);
        return Contract.LinesOf(JsonNode.Parse((await admin.GetAsync("/openapi/v1.json")).Json.GetRawText())!);
    }
}
