using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;

namespace LeadHeat.Web.Access;

/// <summary>Clients of the Api by who is calling. They share the pooled connections and cost next to nothing to make.</summary>
public sealed class ApiClients(IHttpMessageHandlerFactory handlers, IConfiguration configuration)
{
    /// <summary>The name of the HttpClient whose handlers find the Api.</summary>
    public const string Name = "api";

    /// <summary>The configuration key of the key that the services of this installation share.</summary>
    public const string ServiceKey = "Access:ServiceKey";

    private static readonly Uri Api = new("http://api");

    /// <summary>This process itself.</summary>
    public LeadHeatClient ForService()
    {
        var http = Open();
        http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, configuration[ServiceKey]);
        return new LeadHeatClient(http);
    }

    /// <summary>This process for a visitor, or somebody who signs in, at this address, by which the Api limits how often it is asked.</summary>
    public LeadHeatClient ForVisitor(string? address)
    {
        var http = Open();
        http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, configuration[ServiceKey]);
        if (address is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return new LeadHeatClient(http);
    }

    /// <summary>Whoever holds this token.</summary>
    public LeadHeatClient ForToken(string token)
    {
        var http = Open();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new LeadHeatClient(http);
    }

    /// <summary>Whoever holds this token, asked for by a page of theirs.</summary>
    public LeadHeatClient ForPage(string token)
    {
        var http = Open();
        http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, configuration[ServiceKey]);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new LeadHeatClient(http);
    }

    /// <summary>A member of the team, for as long as the session lives.</summary>
    internal LeadHeatClient ForSession(TeamSession session, PageDeadline? deadline = null) =>
        new(new HttpClient(new BearerHandler(session, deadline, handlers, configuration[ServiceKey])) { BaseAddress = Api });

    private HttpClient Open() => new(handlers.CreateHandler(Name), disposeHandler: false) { BaseAddress = Api };
}
