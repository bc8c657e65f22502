using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Access;

/// <summary>Signs a member of the team in.</summary>
public sealed record SignIn(
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(128, MinimumLength = 1)] string Password);

/// <summary>Gets a new access token.</summary>
public sealed record RefreshSignIn([property: Required, StringLength(4096)] string RefreshToken);

/// <summary>What a signed-in caller sends from now on, as <c>Authorization: Bearer</c>.</summary>
/// <param name="ExpiresIn">Seconds that the access token lives.</param>
public sealed record SignedIn(string TokenType, string AccessToken, long ExpiresIn, string RefreshToken);

/// <summary>Who the caller is.</summary>
/// <param name="Role"><c>admin</c> or <c>agent</c>.</param>
public sealed record Me(Guid Id, string Name, string Email, string Role);
