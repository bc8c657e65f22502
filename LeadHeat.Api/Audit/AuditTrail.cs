using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using Microsoft.AspNetCore.Authorization;
using Npgsql;

namespace LeadHeat.Api.Audit;

/// <summary>
/// Writes a line for every change that somebody asks for and for every export, before the answer's first byte is sent. What has a transaction of its
/// own writes its line there, with what was before and after, and says so by <see cref="AuditsItself"/>.
/// </summary>
internal static class AuditTrail
{
    /// <summary>The endpoint's own transaction writes the line.</summary>
    public static TBuilder AuditsItself<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new WritesItself());

    /// <summary>It reads, but what it reads leaves the house.</summary>
    public static TBuilder AuditsRead<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Reads(action));

    /// <summary>Keys are tried and texts are read here, and nothing is changed.</summary>
    public static TBuilder ChangesNothing<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new WritesItself());

    public static void UseAuditTrail(this IApplicationBuilder app)
    {
        var database = app.ApplicationServices.GetRequiredService<NpgsqlDataSource>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            if (EntryOf(context) is { } entry)
                context.Response.OnStarting(() => context.Response.StatusCode < StatusCodes.Status400BadRequest
                    ? WriteAsync(database, Actor.Of(context.User), entry, clock)
                    : Task.CompletedTask);
            return next(context);
        });
    }

    // Not taken back when the caller goes: the change is made.
    private static async Task WriteAsync(NpgsqlDataSource database, Actor actor, AuditEntry entry, TimeProvider clock)
    {
        await using var batch = database.CreateBatch();
        await batch.ThenAudit(actor, entry, clock).ExecuteNonQueryAsync();
    }

    private static AuditEntry? EntryOf(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.RawText is not { } route || !IsSomebody(context)
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        var action = endpoint.Metadata.GetMetadata<Reads>()?.Action;
        if (action is null && (!Changes(context.Request.Method) || endpoint.Metadata.GetMetadata<WritesItself>() is not null))
            return null;
        // /api/leads/{id:guid}/qualify
        var words = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "api").ToArray();
        var id = context.Request.RouteValues.FirstOrDefault(value => value.Key != "field").Value?.ToString();
        return new AuditEntry(
            action ?? $"{string.Join('.', words.Where(word => word[0] != '{'))} {context.Request.Method.ToLowerInvariant()}", id is null ? null : words[0], id);
    }

    private static bool IsSomebody(HttpContext context) => context.User.Identity?.IsAuthenticated == true && !context.User.IsInRole(Roles.Service);

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private sealed record WritesItself;

    private sealed record Reads(string Action);
}
