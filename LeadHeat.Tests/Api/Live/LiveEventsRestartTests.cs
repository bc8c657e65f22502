using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using LeadHeat.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadHeat.Tests.Api.Live;

/// <summary>What tells open pages of changes tells them of the next one, whatever became of one before.</summary>
public sealed class LiveEventsRestartTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Open_pages_are_told_of_changes_after_one_that_cannot_be_told()
    {
        await using var app = Build();
        var live = app.Services.GetRequiredService<LiveEvents>();
        var page = live.Open(isPerson: false);
        await app.StartAsync();
        var lead = Guid.NewGuid();

        live.Publish((LiveEventKind)999);

        // Those that come with it go with it.
        await Eventually.TrueAsync(
            () =>
            {
                live.Publish(LiveEventKind.LeadChanged, lead);
                return page.Frames.TryRead(out var told) && told.Events.Any(change => change.LeadId == lead);
            },
            Soon, () => "nothing is told any more");
        await app.StopAsync();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:redis", (string?)"127.0.0.1:1")]);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddLive();
        return builder.Build();
    }
}
