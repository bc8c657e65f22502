using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Uploads;

internal static class UploadFeature
{
    public static void AddUploads(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadLimits>().BindConfiguration(UploadLimits.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<UploadLimits>, UploadLimitsValidator>();
        builder.Services.AddSingleton<UploadStore>();
        builder.Services.AddSingleton<LeadMatches>();
        builder.Services.AddSingleton<UploadPreview>();
        builder.Services.AddSingleton<RejectsFile>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton<UploadImport>();
        builder.Services.AddSingleton<UploadRunner>();
        builder.Services.AddHostedService(services => services.GetRequiredService<UploadRunner>());
        builder.Services.AddHostedService<UnscannedFiles>();
    }
}
