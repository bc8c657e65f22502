using LeadHeat.Api;
using LeadHeat.Api.Live;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Turns;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>The app's stores, and a clock of one's own.</summary>
internal sealed class RetentionBeside : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public RetentionBeside(RunningApp app, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Keys:Path"] = Path.Combine(app.Data, "keys", "api");
        builder.Configuration["ConnectionStrings:redis"] = app.ConnectionString("redis");
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        builder.AddPrivacy();
        builder.Services.AddSingleton(clock).AddSingleton(_ => NpgsqlDataSource.Create(app.ConnectionString("leadsdb")))
            .AddSingleton<RedisConnection>().AddSingleton<TurnStreams>().AddSingleton<RedisTurns>().AddSingleton<RedisLive>().AddSingleton<LiveEvents>();
        _services = builder.Services.BuildServiceProvider();
    }

    public RetentionClock Clock => _services.GetRequiredService<RetentionClock>();

    /// <summary>Lets this lead's person go, as if nothing had happened with them for that long.</summary>
    public static async Task LetGoAsync(RunningApp app, Guid leadId)
    {
        await AgeAsync(app, leadId, days: 731);
        await using var beside = new RetentionBeside(app, TimeProvider.System);
        await beside.Clock.RunAsync(CancellationToken.None);
    }

    public static async Task AgeAsync(RunningApp app, Guid leadId, int days)
    {
        await Psql.RunAsync(app, $"update leads set last_activity_at = last_activity_at - interval '{days} days' where id = '{leadId}'");
        await Psql.RunAsync(app, $"""
            update contacts set created_at = created_at - interval '{days} days', updated_at = updated_at - interval '{days} days'
            where id = (select contact_id from leads where id = '{leadId}')
            """);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
