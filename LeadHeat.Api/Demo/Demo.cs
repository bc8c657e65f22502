namespace LeadHeat.Api.Demo;

internal static class Demo
{
    /// <summary>Loads the demo data before anything is served, where <c>Demo:Load</c> says so. After the database was added: it has to be migrated.</summary>
    public static void AddDemo(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoLoader>();
        if (builder.Configuration.GetValue<bool>("Demo:Load"))
            builder.Services.AddHostedService<DemoAtStart>();
    }

    private sealed class DemoAtStart(DemoLoader loader) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => loader.LoadAsync(cancellationToken);
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
