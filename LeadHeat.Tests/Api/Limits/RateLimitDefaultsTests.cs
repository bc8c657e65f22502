using System.Globalization;
using System.Text.RegularExpressions;
using LeadHeat.Api.Limits;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.Api.Limits;

public sealed partial class RateLimitDefaultsTests
{
    [Fact]
    public void Limits_that_nobody_has_set_are_those_of_the_documentation()
    {
        var told = Row().Matches(File.ReadAllText(Path.Combine(Solution.Root, "docs", "security.md")))
            .ToDictionary(row => row.Groups[1].Value, row => (Number(row.Groups[2]), Number(row.Groups[3])));
        var options = new RateLimitOptions();

        var kept = typeof(RateLimitOptions).GetProperties().Where(property => property.PropertyType == typeof(RateLimit))
            .ToDictionary(property => property.Name, property => (RateLimit)property.GetValue(options)!);
        Assert.Equal(told, kept.ToDictionary(limit => limit.Key, limit => (limit.Value.PermitLimit, limit.Value.WindowSeconds)));
        Assert.Equal(((60, 60), (1000, 3600)), (told["Public"], told["User"]));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    // | `RateLimits__User` | 1,000 in 3,600 s | member or API key |
    [GeneratedRegex(@"^\| `RateLimits__(\w+)` \| ([\d,]+) in ([\d,]+) s \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
