namespace LeadHeat.Api.Channels;

/// <summary>Why something waits that goes on only when an admin has set or renewed Meta's access token: the same words wherever it waits, so that they can be looked for.</summary>
internal static class TokenTrouble
{
    public const string Missing = "It waits for Meta__AccessToken: without it the form cannot be fetched.";
    public const string Expired = "The access token has expired. An admin has to renew Meta__AccessToken.";

    public static readonly string[] All = [Missing, Expired];
}
