using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

/// <summary>Ports for servers that tests start: none that the system gives to an outgoing connection before the server is up, and no two the same.</summary>
internal static class FreePort
{
    private static readonly Lock Lock = new();
    private static readonly Ports Ports = new();

    public static int Next()
    {
        lock (Lock)
            return Ports.Any();
    }
}
