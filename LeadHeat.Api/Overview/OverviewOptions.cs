using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Overview;

/// <summary>How the overview counts: <c>Overview__TimeZone=Asia/Kolkata</c>.</summary>
internal sealed record OverviewOptions
{
    public const string Section = "Overview";

    /// <summary>The team's, by its name in the IANA's list: days begin and hours strike by it. Another one counts everything anew.</summary>
    public string TimeZone { get; init; } = "UTC";
}

internal sealed class OverviewOptionsValidator : IValidateOptions<OverviewOptions>
{
    // Postgres counts by the same name and knows no other kind.
    public ValidateOptionsResult Validate(string? name, OverviewOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone) && zone.HasIanaId
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Overview__TimeZone must be a time zone such as Asia/Kolkata or Asia/Dubai, and '{options.TimeZone}' is none.");
}
