namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Of the secrets in our own environment each process gets those that are its own: what only the Api uses is not in the environment of the others.</summary>
internal static class NeedToKnow
{
    private const string Api = "api";

    private static readonly string[] Secret = ["Meta__", "Access__", "ConnectionStrings__", "Parameters__", "LEADHEAT_ADMIN_"];

    /// <summary>The command without them; what it is told by name stays.</summary>
    public static Command Only(string resource, Command command)
    {
        if (resource == Api)
            return command;
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (Array.Exists(Secret, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                command.Environment.TryAdd(name, null);
        }

        return command;
    }
}
