using System.Net.Mime;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Shell;

namespace LeadHeat.Web.Uploads;

/// <summary>Files that the Api makes, for a browser that only has our cookie: they run through as they come.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/uploads/{id:guid}/rejects", (Guid id, ApiClients clients, TimeProvider clock, HttpContext context) => PassAsync(Routes.Upload(id) + "/rejects", clients, clock, context));
        routes.MapGet("/people/{id:guid}/export", (Guid id, ApiClients clients, TimeProvider clock, HttpContext context) => PassAsync(Routes.Contact(id) + "/export" + context.Request.QueryString, clients, clock, context));
        routes.MapGet("/leads/{id:guid}/media/{eventId:guid}", (Guid id, Guid eventId, ApiClients clients, TimeProvider clock, HttpContext context) => PassAsync(LeadHeatClient.MediaPath(id, eventId), clients, clock, context));
        // The view of an inbox, by its address.
        routes.MapGet("/export", (ApiClients clients, TimeProvider clock, SearchWords searches, HttpContext context) =>
        {
            var filter = InboxFilter.Parse(name => context.Request.Query[name], searches);
            return PassAsync(client => client.ExportLeadsAsync(filter.ToQuery(1), context.RequestAborted), clients, clock, context);
        });
    }

    private static Task PassAsync(string path, ApiClients clients, TimeProvider clock, HttpContext context) =>
        PassAsync(client => client.DownloadAsync(path, context.RequestAborted), clients, clock, context);

    private static async Task PassAsync(Func<LeadHeatClient, Task<HttpResponseMessage>> ask, ApiClients clients, TimeProvider clock, HttpContext context)
    {
        using var session = new TeamSession(new RequestUser(context.User), clients, clock);
        try
        {
            using var file = await ask(clients.ForSession(session));
            context.Response.ContentType = file.Content.Headers.ContentType?.ToString() ?? MediaTypeNames.Application.Octet;
            context.Response.Headers.ContentDisposition = file.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
            await file.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (LeadHeatException refused) when (!context.Response.HasStarted)
        {
            // A file may be opened in a tab of its own: then this is all that is in it.
            context.Response.StatusCode = (int)refused.Status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refused.Message, context.RequestAborted);
        }
    }
}
