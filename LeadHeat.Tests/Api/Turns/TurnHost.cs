using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Live;
using LeadHeat.Api.Records;
using LeadHeat.Api.Scoring;
using LeadHeat.Api.Turns;
using LeadHeat.Api.Usage;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.Tests.Api.Turns;

/// <summary>The Api's own services of a turn over a running app's stores. It is not started.</summary>
internal static class TurnHost
{
    public static IHost Build(RunningApp app)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
            // Not taken for the app's own Api by who looks at connections.
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:leadsdb"] = app.ConnectionString("leadsdb") + ";Application Name=tests",
                ["ConnectionStrings:redis"] = app.ConnectionString("redis"),
            });
        builder.AddDatabase();
        builder.AddLive();
        builder.AddTurns();
        builder.AddRecords();
        builder.AddUsage();
        builder.Services.AddSingleton<ActiveCards>();
        builder.Services.AddSingleton<ActiveHeatModel>();
        builder.Services.AddSingleton<CardModels>();
        return builder.Build();
    }
}
