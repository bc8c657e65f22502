using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api;

/// <summary>Callers of a running app's Api.</summary>
internal static class Clients
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The team, by the admin key.</summary>
    public static LeadHeatClient Team(this RunningApp app) => new(Http(app, app.AdminKey));

    /// <summary>Web and the workers.</summary>
    public static LeadHeatClient Service(this RunningApp app) => new(Http(app, app.ServiceKey()));

    public static string ServiceKey(this RunningApp app) => File.ReadAllText(Path.Combine(app.Data, "service-key")).Trim();

    public static HttpClient Http(RunningApp app, string? key)
    {
        var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl), Timeout = Patience };
        if (key is not null)
            http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, key);
        return http;
    }
}
