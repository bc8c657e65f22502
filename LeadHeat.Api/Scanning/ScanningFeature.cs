using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Scanning;

internal static class ScanningFeature
{
    public static void AddScanning(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScannerOptions>().BindConfiguration(ScannerOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ScannerOptions>, ScannerRanges>();
        builder.Services.AddSingleton<IValidateOptions<ScannerOptions>, ScannerAddress>();
        builder.Services.AddSingleton<FileScanner>();
        builder.Services.AddExceptionHandler<ScannerAwayHandler>();
    }
}
