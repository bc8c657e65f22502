using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Privacy;

internal static class PrivacyFeature
{
    public static void AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        builder.Services.AddSingleton(services => new SealedFields(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<Marks>();
        builder.Services.AddSingleton<Tombstones>();
        builder.Services.AddSingleton<Consents>();
        builder.Services.AddSingleton<OptOuts>();
        builder.Services.AddSingleton<DeliveryScrub>();
        builder.Services.AddSingleton<Deletions>();
        builder.Services.AddSingleton<Erasure>();
        builder.Services.AddSingleton<PersonExport>();
        builder.Services.AddSingleton<RetentionClock>();
        builder.Services.AddHostedService<RetentionJob>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes.MapConsents();
        routes.MapRights();
    }
}
