namespace LeadHeat.Web.Live;

internal static class LiveServices
{
    /// <summary>One listener for the process, fanned out to whoever shows something.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddSingleton<LiveFeed>().AddHostedService<LiveListener>();
}
