namespace LeadHeat.Web.Shell;

internal static class ShellServices
{
    /// <summary>What every page of one reader shares.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services) =>
        services.AddMemoryCache().AddScoped<Notices>().AddScoped<ReaderClock>().AddScoped<Handover>();
}
