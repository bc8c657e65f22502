using LeadHeat.Core.Access;

namespace LeadHeat.Web.Access;

/// <summary>The tokens of a signed-in member of the team.</summary>
/// <param name="Until">When the access token ends.</param>
internal sealed record SessionTokens(string Access, string Refresh, DateTimeOffset Until)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    public static SessionTokens From(SignedIn signedIn, DateTimeOffset now) =>
        new(signedIn.AccessToken, signedIn.RefreshToken, now.AddSeconds(signedIn.ExpiresIn));

    public bool EndsSoon(DateTimeOffset now) => now >= Until - Margin;
}
