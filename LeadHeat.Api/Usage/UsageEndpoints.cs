using LeadHeat.Api.Access;
using LeadHeat.Core.Usage;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Usage;

/// <summary>What hosted models cost.</summary>
internal static class UsageEndpoints
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static void AddUsage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ModelPrices>().BindConfiguration(ModelPrices.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ModelPrices>, ModelPricesValidator>();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<ModelPrices>>().Value);
        builder.Services.AddSingleton<ModelSpending>();
        builder.Services.AddSingleton<Usages>();
    }

    public static void MapUsage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.Usage, GetAsync).WithTags("Usage").RequireAuthorization(Policies.Team)
            .WithSummary("Tokens and money of hosted models by day, channel or conversation; the last 30 days when nothing is said");
        routes.MapGet(Routes.Spending, GetTodayAsync).WithTags("Work").RequireAuthorization(Policies.Service)
            .WithSummary("What hosted models have cost today");
    }

    private static async Task<Results<Ok<ModelUsage>, ValidationProblem>> GetAsync(
        string? by, DateTimeOffset? from, DateTimeOffset? to, Usages usages, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kind = UsageBy.Day;
        if (by is not null && !Words.TryParse(by, out kind))
            return Wrong("by", $"'{by}' is none of: {string.Join(", ", Words.All<UsageBy>())}.");
        if (to is { Year: < 2000 })
            return Wrong("to", "There was no usage before the year 2000.");
        var until = (to ?? clock.GetUtcNow().AddSeconds(1)).ToUniversalTime();
        var since = (from ?? new DateTimeOffset(until.UtcDateTime.Date - Usual, TimeSpan.Zero)).ToUniversalTime();
        return since >= until ? Wrong("from", "It must be before 'to'.") : TypedResults.Ok(await usages.ReadAsync(kind, since, until, cancellationToken));
    }

    private static async Task<Ok<DaySpending>> GetTodayAsync(ModelSpending spending, CancellationToken cancellationToken) =>
        TypedResults.Ok(await spending.TodayAsync(cancellationToken));

    private static ValidationProblem Wrong(string field, string why) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [why] });
}
