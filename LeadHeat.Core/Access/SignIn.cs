using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Access;

/// <summary>Signs a member of the team in.</summary>
public sealed record SignIn(
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(128, MinimumLength = 1)] string Password);

/// <summary>The second step of a sign-in, for members with a second factor.</summary>
/// <param name="Ticket">What the first step was refused with, good for five minutes.</param>
/// <param name="Code">Six digits from the app, or a recovery code.</param>
public sealed record SignInCode(
    [property: Required, StringLength(1024)] string Ticket,
    [property: Required, StringLength(32, MinimumLength = 6)] string Code);

/// <summary>Gets a new access token. Outside of the app's own pages each refresh token is good once; one that comes again ends the sign-in.</summary>
public sealed record RefreshSignIn([property: Required, StringLength(4096)] string RefreshToken);

/// <summary>What a signed-in caller sends from now on, as <c>Authorization: Bearer</c>.</summary>
/// <param name="ExpiresIn">Seconds that the access token lives.</param>
public sealed record SignedIn(string TokenType, string AccessToken, long ExpiresIn, string RefreshToken);

/// <summary>Who the caller is.</summary>
/// <param name="Role"><c>admin</c> or <c>agent</c>.</param>
public sealed record Me(Guid Id, string Name, string Email, string Role)
{
    /// <summary>A code is asked for besides the password.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>The installation demands a second factor, and there is none yet: until then the caller gets at nothing but the own account.</summary>
    public bool NeedsSecondFactor { get; init; }
}

/// <summary>One of a member's own sign-ins that are open.</summary>
/// <param name="ByWeb">In a browser, through LeadHeat's pages; else a program that signed in by itself.</param>
/// <param name="SeenAt">When it was used last, to the minute.</param>
/// <param name="Current">The one that asks.</param>
public sealed record OwnSignIn(Guid Id, bool ByWeb, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, bool Current);
