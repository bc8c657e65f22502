using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using Microsoft.AspNetCore.Authorization;
using Npgsql;

namespace LeadHeat.Api.Audit;

/// <summary>
/// Writes a line for every change that somebody asks for and for every export, before the answer's first byte is sent. A change is written down as open
/// before it begins, so that none is without a line when its process ends. What has a transaction of its own writes its line there, with what was before
/// and after, and says so by <see cref="AuditsItself"/>.
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

    /// <summary>A part of the change is stored: what goes wrong after it, or is refused, refuses the whole no more.</summary>
    public static void HasChanged(this HttpContext context) => context.Items[typeof(Changed)] = Changed.Instance;

    public static void UseAuditTrail(this IApplicationBuilder app)
    {
        var database = app.ApplicationServices.GetRequiredService<NpgsqlDataSource>();
        var changes = app.ApplicationServices.GetRequiredService<OpenChanges>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            if (EntryOf(context) is { } entry)
            {
                var actor = Actor.Of(context.User);
                if (IsRead(context))
                {
                    context.Response.OnStarting(() => IsFine(context) ? WriteAsync(database, actor, entry, clock) : Task.CompletedTask);
                }
                else
                {
                    var change = await changes.BeginAsync(actor, entry, context.RequestAborted);
                    context.Response.OnStarting(() => EndAsync(context, changes, change, actor, entry));
                }
            }

            await next(context);
        });
    }

    private static async Task WriteAsync(NpgsqlDataSource database, Actor actor, AuditEntry entry, TimeProvider clock)
    {
        await using var batch = database.CreateBatch();
        await batch.ThenAudit(actor, entry, clock).ExecuteNonQueryAsync();
    }

    private static async Task EndAsync(HttpContext context, OpenChanges changes, Guid change, Actor actor, AuditEntry entry)
    {
        if (IsFine(context))
        {
            await changes.DoneAsync(change, actor, entry);
            return;
        }

        try
        {
            await (WasRefused(context) ? changes.DropAsync(change) : changes.FailedAsync(change, actor, entry));
        }
        // It is open still, and is told of later: what went wrong is answered now.
        catch (NpgsqlException)
        {
        }
    }

    private static bool IsFine(HttpContext context) => context.Response.StatusCode < StatusCodes.Status400BadRequest;

    // Who hangs up may have done so at any point: 499, or whatever the interrupted work answered with.
    private static bool WasRefused(HttpContext context) =>
        context.Response.StatusCode is < StatusCodes.Status500InternalServerError and not StatusCodes.Status499ClientClosedRequest
        && !context.RequestAborted.IsCancellationRequested && !context.Items.ContainsKey(typeof(Changed));

    private static bool IsRead(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Reads>() is not null;

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

    private sealed record Changed
    {
        public static readonly Changed Instance = new();
    }
}
