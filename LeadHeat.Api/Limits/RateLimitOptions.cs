using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Limits;

/// <summary>The section RateLimits of the configuration: RateLimits__Public__PermitLimit, RateLimits__Public__WindowSeconds and so on.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>What visitors use, by address.</summary>
    [ValidateObjectMembers]
    public RateLimit Public { get; set; } = new() { PermitLimit = 60, WindowSeconds = 60 };

    /// <summary>What passwords, codes and tokens could be guessed with, by address.</summary>
    [ValidateObjectMembers]
    public RateLimit SignIn { get; set; } = new() { PermitLimit = 10, WindowSeconds = 60 };

    /// <summary>What comes to a webhook and is not signed with our secret, and its handshakes, by address. What is signed is not limited.</summary>
    [ValidateObjectMembers]
    public RateLimit Webhook { get; set; } = new() { PermitLimit = 60, WindowSeconds = 60 };

    /// <summary>A visitor's messages, by conversation.</summary>
    [ValidateObjectMembers]
    public RateLimit Chat { get; set; } = new() { PermitLimit = 60, WindowSeconds = 60 };

    /// <summary>Messages of one person on a platform such as WhatsApp. What is over it is stored all the same, and read as fast as this.</summary>
    [ValidateObjectMembers]
    public RateLimit Contact { get; set; } = new() { PermitLimit = 60, WindowSeconds = 60 };

    /// <summary>A member of the team or an API key that calls the Api itself.</summary>
    [ValidateObjectMembers]
    public RateLimit User { get; set; } = new() { PermitLimit = 1000, WindowSeconds = 3600 };

    /// <summary>The pages of a member of the team, which ask again whenever something changes.</summary>
    [ValidateObjectMembers]
    public RateLimit Pages { get; set; } = new() { PermitLimit = 1200, WindowSeconds = 60 };
}

/// <summary>So many within any time of this length.</summary>
internal sealed class RateLimit
{
    [Range(1, 100_000, ErrorMessage = "RateLimits__…__PermitLimit is from 1 to 100,000.")]
    public int PermitLimit { get; set; }

    [Range(1, 86_400, ErrorMessage = "RateLimits__…__WindowSeconds is from 1 to 86,400.")]
    public int WindowSeconds { get; set; }

    public TimeSpan Window => TimeSpan.FromSeconds(WindowSeconds);
}

[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
