using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>A member of the team.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public required string Name { get; set; }

    /// <summary>Since then nobody comes in as this member.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The key of the second factor, sealed; asked for once TwoFactorEnabled.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The step of the last code that was taken: none is taken twice.</summary>
    public long? TotpStep { get; set; }
}
