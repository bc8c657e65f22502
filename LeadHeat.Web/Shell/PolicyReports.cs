using System.Text.Json;
using System.Threading.RateLimiting;

namespace LeadHeat.Web.Shell;

/// <summary>
/// Takes browsers' reports of what our content policy kept from happening, and logs which rule it was: the first sign of a script that somebody
/// smuggled in, or of a rule that is too narrow.
/// </summary>
internal static partial class PolicyReports
{
    public const string Path = "/csp-report";

    private const int MostBytes = 16 * 1024;
    private const int MostWords = 60;

    // Anybody may send reports: a flood of them must fill no log.
    private static readonly TokenBucketRateLimiter Pace = new(new()
    {
        TokenLimit = 60, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    });

    public static void MapPolicyReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, TakeAsync).AllowAnonymous().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> TakeAsync(HttpContext context, ILoggerFactory loggers)
    {
        using var permit = Pace.AttemptAcquire();
        if (!permit.IsAcquired)
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        try
        {
            using var report = await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = 8 }, context.RequestAborted);
            var logger = loggers.CreateLogger(typeof(PolicyReports));
            foreach (var (rule, page) in Read(report.RootElement))
                Log.Kept(logger, rule, page);
            return TypedResults.NoContent();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }

    /// <summary><c>{"csp-report":{"effective-directive":"img-src","document-uri":"…"}}</c> or <c>[{"type":"csp-violation","body":{"effectiveDirective":"img-src","documentURL":"…"}}]</c></summary>
    internal static IEnumerable<(string Rule, string Page)> Read(JsonElement report)
    {
        if (report.ValueKind == JsonValueKind.Object && report.TryGetProperty("csp-report", out var old) && old.ValueKind == JsonValueKind.Object)
            yield return (Word(old, "effective-directive") ?? Word(old, "violated-directive") ?? "?", PathOf(Word(old, "document-uri")));
        if (report.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var one in report.EnumerateArray().Take(10))
            if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object)
                yield return (Word(body, "effectiveDirective") ?? "?", PathOf(Word(body, "documentURL")));
    }

    private static string? Word(JsonElement report, string name) =>
        report.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String ? Clean(word.GetString()!) : null;

    // A query may hold what somebody searched for.
    private static string PathOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Clean(uri.AbsolutePath) : "?";

    private static string Clean(string words) => new([.. words.Take(MostWords).Where(letter => !char.IsControl(letter))]);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The content policy kept something from happening: {Rule} on {Page}")]
        public static partial void Kept(ILogger logger, string rule, string page);
    }
}
