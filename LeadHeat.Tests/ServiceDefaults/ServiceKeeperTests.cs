using LeadHeat.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.Tests.ServiceDefaults;

/// <summary>What one background service meets ends neither the process nor the service.</summary>
public sealed class ServiceKeeperTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task Background_service_that_fails_begins_again_and_ends_nothing_else(Type failure)
    {
        await using var app = Build(new Failing(() => (Exception)Activator.CreateInstance(failure)!, times: 2), out var service);
        await app.StartAsync();

        await service.Works.WaitAsync(Soon);

        Assert.Equal(3, service.Begun);
        Assert.False(app.Lifetime.ApplicationStopping.IsCancellationRequested);
        await app.StopAsync();
        Assert.True(service.WasStopped);
    }

    [Fact]
    public async Task Background_service_that_is_done_stays_done()
    {
        await using var app = Build(new Once(), out var service);
        await app.StartAsync();
        await service.ExecuteTask!.WaitAsync(Soon);
        await app.StopAsync();

        Assert.Equal(1, service.Begun);
    }

    [Fact]
    public async Task Process_stops_at_once_while_a_service_is_waiting_to_begin_again()
    {
        await using var app = Build(new Failing(() => new InvalidOperationException(), times: int.MaxValue), out var service);
        await app.StartAsync();
        await Eventually.TrueAsync(() => service.Begun > 1, Soon, () => "it did not begin again");

        await app.StopAsync().WaitAsync(Soon);
    }

    private static WebApplication Build<T>(T service, out T same) where T : BackgroundService
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.AddServiceDefaults();
        builder.Services.AddHostedService(_ => service);
        same = service;
        return builder.Build();
    }

    private sealed class Failing(Func<Exception> failure, int times) : BackgroundService
    {
        private readonly TaskCompletionSource _works = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Begun { get; private set; }

        public bool WasStopped { get; private set; }

        public Task Works => _works.Task;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            if (Begun++ < times)
                throw failure();
            _works.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            WasStopped = true;
        }
    }

    private sealed class Once : BackgroundService
    {
        public int Begun { get; private set; }

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Begun++;
            return Task.CompletedTask;
        }
    }
}
