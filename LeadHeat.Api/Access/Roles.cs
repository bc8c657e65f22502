namespace LeadHeat.Api.Access;

internal static class Roles
{
    public const string Admin = "admin";
    public const string Agent = "agent";

    /// <summary>Web and workers.</summary>
    public const string Service = "service";
}
