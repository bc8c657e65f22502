using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Access;

/// <summary>An admin asks somebody into the team.</summary>
/// <param name="Role"><c>admin</c> or <c>agent</c>.</param>
public sealed record InviteMember(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, AllowedValues("admin", "agent", ErrorMessage = "The role is admin or agent.")] string Role);

/// <summary>The way in for a member, shown once: whoever has it chooses the member's password.</summary>
public sealed record Invitation(Guid UserId, string Token, DateTimeOffset ExpiresAt);

/// <summary>Asks whom an invitation is for.</summary>
public sealed record OpenInvitation([property: Required, StringLength(200)] string Token);

/// <summary>Whom an invitation is for.</summary>
public sealed record Invited(string Name, string Email);

/// <summary>Takes an invitation: the member has this password from now on.</summary>
public sealed record AcceptInvitation([property: Required, StringLength(200)] string Token, [property: Required, StringLength(128)] string Password);

/// <summary>Changes a member; what is left out stays.</summary>
public sealed record ChangeMember(
    [property: AllowedValues("admin", "agent", null, ErrorMessage = "The role is admin or agent.")] string? Role = null, bool? Disabled = null);

/// <summary>A member chooses another password. All other sign-ins end.</summary>
public sealed record ChangePassword([property: Required, StringLength(128)] string Current, [property: Required, StringLength(128)] string Password);

/// <summary>What changes a member's own second factor needs: the password once more.</summary>
public sealed record ConfirmPassword([property: Required, StringLength(128)] string Password);

/// <summary>A new second factor, not yet asked for.</summary>
/// <param name="Key">For typing into an app; base 32.</param>
/// <param name="Uri">For an app's camera, as <c>otpauth://</c>.</param>
public sealed record NewSecondFactor(string Key, string Uri);

/// <summary>Proves that the app has the key.</summary>
public sealed record ConfirmSecondFactor([property: Required, StringLength(6, MinimumLength = 6)] string Code);

/// <summary>Each is good for one sign-in without the app; shown once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
