namespace LeadHeat.Api.Access;

internal static class Roles
{
    public const string Admin = "admin";
    public const string Agent = "agent";

    /// <summary>Web and workers.</summary>
    public const string Service = "service";
}

/// <summary>What an endpoint may ask of its caller. Without asking, it is for the team.</summary>
internal static class Policies
{
    public const string Team = "team";
    public const string Admin = "admin";
    public const string Service = "service";

    /// <summary>The team, or a service that works for it.</summary>
    public const string TeamOrService = "team-or-service";
}
