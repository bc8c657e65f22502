using LeadHeat.Api.Data;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LeadHeat.Tests.Api.Data;

/// <summary>Of several Apis one does a job, and another goes on when that one cannot.</summary>
[Collection("app")]
public sealed class LeadershipTests(AppFixture fixture)
{
    [Fact]
    public async Task Who_lets_go_or_loses_the_connection_is_followed_by_another()
    {
        const long Key = 4_715_999_001;
        using var host = Build();
        var leaders = host.Services.GetRequiredKeyedService<NpgsqlDataSource>(Database.Leaders);
        await using var first = new Leadership(leaders, Key);
        await using var second = new Leadership(leaders, Key);
        Assert.True(await first.HoldAsync(default));
        Assert.True(await first.HoldAsync(default));
        Assert.False(await second.HoldAsync(default));

        await first.DisposeAsync();
        await Eventually.TrueAsync(() => second.HoldAsync(default), TimeSpan.FromSeconds(60), () => "the lock did not fall");
        Assert.False(await first.HoldAsync(default));

        await Psql.RunAsync(fixture.App, $"select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and (classid::bigint << 32) + objid::bigint = {Key} and granted");
        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => second.HoldAsync(default));
        Assert.True(Outage.Is(failure));
        await Eventually.TrueAsync(() => first.HoldAsync(default), TimeSpan.FromSeconds(60), () => "nobody follows");
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:leadsdb", (string?)fixture.App.ConnectionString("leadsdb"))]);
        builder.AddDatabase();
        return builder.Build();
    }
}
