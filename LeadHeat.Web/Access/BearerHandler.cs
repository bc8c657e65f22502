using System.Net;
using System.Net.Http.Headers;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;

namespace LeadHeat.Web.Access;

/// <summary>Sends each request with the session's token; a token that is refused in spite of its age is renewed once.</summary>
internal sealed class BearerHandler(TeamSession session, PageDeadline? deadline, IHttpMessageHandlerFactory handlers, string? serviceKey) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A circuit lives for hours: take the factory's present handler each time, so that it can replace them.
        using var invoker = new HttpMessageInvoker(handlers.CreateHandler(ApiClients.Name), disposeHandler: false);
        var token = await session.GetTokenAsync(cancellationToken);
        // Pages ask again whenever something changes: the Api counts them apart from what the member calls by other means.
        request.Headers.Add(Routes.ApiKeyHeader, serviceKey);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Cancelled rather than failed: components take that for "not yet" and stay as they are while they load.
        using var limit = request.Method == HttpMethod.Get ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline?.Passed ?? default) : null;
        var response = await invoker.SendAsync(request, limit?.Token ?? cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            session.Refused(token);
        return response;
    }
}
