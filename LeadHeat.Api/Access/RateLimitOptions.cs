namespace LeadHeat.Api.Access;

/// <summary>The section RateLimits of the configuration: RateLimits__Public__PermitLimit and so on.</summary>
internal sealed class RateLimitOptions
{
    public Limit Public { get; set; } = new() { PermitLimit = 60 };
    public Limit SignIn { get; set; } = new() { PermitLimit = 10 };

    internal sealed class Limit
    {
        public int PermitLimit { get; set; }
        public int WindowSeconds { get; set; } = 60;
    }
}
