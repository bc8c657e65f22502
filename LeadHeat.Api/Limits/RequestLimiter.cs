using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Limits;

/// <summary>Which permits a request needs, and whether it gets them: from Redis for all Apis together, else from this one.</summary>
internal sealed class RequestLimiter(IOptions<RateLimitOptions> options, RedisLimits redis, LocalLimits local, MachineKeys keys)
{
    private readonly RateLimitOptions _limits = options.Value;

    /// <summary>Null when the request is not limited.</summary>
    public async ValueTask<Verdict?> TakeAsync(HttpContext context, string? policy, Guid? conversation = null)
    {
        if (CallerAddress.IsMachine(context, Roles.Admin))
            return null;
        List<Permit> permits = [];
        if (policy is not null && CallerAddress.ToLimit(context) is { } address)
            permits.Add(Of(policy, address, LimitOf(policy)));
        if (conversation is { } id)
            permits.Add(Of("chat", id.ToString("N"), _limits.Chat));
        if ((context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue(AccessClaims.Key)) is { } user)
            permits.Add(IsPage(context) ? Of("pages", user, _limits.Pages) : Of("user", user, _limits.User));
        return permits.Count == 0 ? null : await TakeAsync([.. permits]);
    }

    /// <summary>Counts a message that a platform has delivered; how long it has to wait before it is read, or null.</summary>
    public async ValueTask<TimeSpan?> TakeAsync(Guid contact) =>
        await TakeAsync([Of("contact", contact.ToString("N"), _limits.Contact)]) is { Admitted: false, Reset: var reset } ? reset : null;

    private async ValueTask<Verdict> TakeAsync(Permit[] permits)
    {
        // Whoever goes on and on costs no call of Redis, and what was counted while Redis was away still counts.
        if (local.Refusal(permits) is { } refusal)
            return refusal;
        if (await redis.TryTakeAsync(permits) is not { Verdict: var verdict })
            return local.Take(permits);
        return verdict.Admitted ? Verdict.Tighter(verdict, local.Take(permits)) : verdict;
    }

    private RateLimit LimitOf(string policy) => policy switch
    {
        RateLimits.SignIn => _limits.SignIn,
        RateLimits.Webhook => _limits.Webhook,
        _ => _limits.Public,
    };

    // Web asks with the service's key beside its reader's token.
    private bool IsPage(HttpContext context) => keys.RoleOf(context.Request.Headers[Routes.ApiKeyHeader].ToString()) == Roles.Service;

    private static Permit Of(string policy, string who, RateLimit limit) => new($"{policy}:{who}", limit.PermitLimit, limit.Window);
}
