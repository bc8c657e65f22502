using Microsoft.Extensions.Options;

namespace LeadHeat.Web.Shell;

internal static class ShellServices
{
    /// <summary>What every page of one reader shares.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsValidator>();
        services.AddScoped(reader => new Notices(
            reader.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(reader.GetRequiredService<IOptions<NoticeOptions>>().Value.UndoSeconds)));
        return services.AddMemoryCache().AddScoped<ReaderClock>().AddScoped<Handover>().AddScoped<PageDeadline>().AddScoped<SearchWords>();
    }
}
