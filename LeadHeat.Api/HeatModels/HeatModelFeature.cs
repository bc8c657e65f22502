using Microsoft.Extensions.Options;

namespace LeadHeat.Api.HeatModels;

internal static class HeatModelFeature
{
    public static void AddHeatModels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HeatModelOptions>().BindConfiguration(HeatModelOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HeatModelOptions>, HeatModelOptionsValidator>();
        builder.Services.AddSingleton<KnownLeads>();
        builder.Services.AddSingleton<RedisTrainings>();
        builder.Services.AddSingleton<HeatModelStore>();
        builder.Services.AddSingleton<Trainings>();
        builder.Services.AddSingleton<LeadPredictions>();
        builder.Services.AddSingleton<DisagreementLists>();
        builder.Services.AddSingleton<RowScores>();
        builder.Services.AddSingleton<CardModels>();
        builder.Services.AddSingleton<ActiveHeatModel>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ActiveHeatModel>());
        builder.Services.AddHostedService<HeatFollower>();
    }

    public static void MapHeatModels(this IEndpointRouteBuilder routes)
    {
        routes.MapModels();
        routes.MapScores();
        routes.MapTrainings();
    }
}
