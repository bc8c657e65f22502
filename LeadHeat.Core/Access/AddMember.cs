using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Access;

/// <summary>An admin adds a member to the team.</summary>
/// <param name="Role"><c>admin</c> or <c>agent</c>.</param>
/// <param name="Password">The first password, as <see cref="PasswordRule"/> takes it.</param>
public sealed record AddMember(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, AllowedValues("admin", "agent", ErrorMessage = "The role is admin or agent.")] string Role,
    [property: Required, StringLength(PasswordRule.Longest, MinimumLength = PasswordRule.Shortest)] string Password);
