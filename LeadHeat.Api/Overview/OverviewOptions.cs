using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Overview;

/// <summary>How the overview counts: <c>Overview__TimeZone=Asia/Kolkata</c>.</summary>
internal sealed record OverviewOptions
{
    public const string Section = "Overview";

    /// <summary>The team's, by its name in the IANA's list: days begin and hours strike by it. Another one counts everything anew.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Seconds between two walks over all leads, which find what no mark tells.</summary>
    public int WalkSeconds { get; init; } = 15;
}

internal sealed class OverviewOptionsValidator : IValidateOptions<OverviewOptions>
{
    // Postgres counts by the same name and knows no other kind.
    public ValidateOptionsResult Validate(string? name, OverviewOptions options) =>
        !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone) || !zone.HasIanaId
            ? ValidateOptionsResult.Fail($"Overview__TimeZone must be a time zone such as Asia/Kolkata or Asia/Dubai, and '{options.TimeZone}' is none.")
            : options.WalkSeconds is < 1 or > 3600
                ? ValidateOptionsResult.Fail($"Overview__WalkSeconds must be 1 to 3600, and is {options.WalkSeconds}.")
                : ValidateOptionsResult.Success;
}
