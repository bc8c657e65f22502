using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Overview;

internal static class OverviewFeature
{
    public static void AddOverview(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OverviewOptions>().BindConfiguration(OverviewOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OverviewOptions>, OverviewOptionsValidator>();
        builder.Services.AddSingleton<OverviewFrames>();
        builder.Services.AddSingleton<OverviewCounts>();
        builder.Services.AddSingleton<OverviewNames>();
        builder.Services.AddSingleton<OverviewCharts>();
        builder.Services.AddSingleton<OverviewComparisons>();
        builder.Services.AddHostedService<Roller>();
    }
}
