using LeadHeat.Api.Access;
using LeadHeat.Api.Channels;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Simulator;

/// <summary>Realistic traffic without an account at Meta.</summary>
internal static class SimulatorEndpoints
{
    public static void AddSimulator(this IHostApplicationBuilder builder)
    {
        var options = SimulatorOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<SignedDeliveries>();
        builder.Services.AddSingleton<SentTwice>();
        builder.Services.AddSingleton<SimulatedOddities>();
        builder.Services.AddSingleton<SimulatorRunner>();
        builder.Services.AddSingleton<SimulatorLedgers>();
        if (!options.IsOn)
            return;
        builder.Services.AddHttpClient(SignedDeliveries.ClientName);
        builder.Services.PostConfigure<MetaOptions>(options.Redirect);
        builder.Services.AddSingleton<SimulatedReports>();
        builder.Services.AddSingleton<SimulatedPhone>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatedReports>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatorRunner>());
    }

    public static void MapSimulator(this WebApplication app)
    {
        var simulator = app.MapGroup(Routes.Simulator).WithTags("Simulator").RequireAuthorization(Policies.Admin);
        simulator.MapGet("", (SimulatorRunner runner) => TypedResults.Ok(runner.Status)).WithSummary("What the simulator does");
        simulator.MapGet("ledger", async (SimulatorLedgers ledgers, CancellationToken cancellationToken) => TypedResults.Ok(await ledgers.ReadAsync(cancellationToken)))
            .WithSummary("What became of all that the simulator's latest run had acknowledged");
        simulator.MapPost("", Start).WithSummary("Sends signed, made-up traffic of WhatsApp and Lead Ads to this app");
        simulator.MapDelete("", Stop).WithSummary("Stops sending");
        if (app.Services.GetRequiredService<SimulatorOptions>().IsOn)
            SimulatedGraph.Map(app);
    }

    private static Results<Accepted<SimulatorStatus>, ProblemHttpResult> Start(SimulatorRun run, SimulatorRunner runner) => !runner.Status.Enabled
        ? TypedResults.Problem(
            "Set Simulator__Enabled to true and Meta__AppSecret to any secret, and leave Meta__AccessToken empty: ./run.sh --demo does.",
            statusCode: StatusCodes.Status409Conflict, title: "The simulator is off")
        : runner.Start(run)
            ? TypedResults.Accepted((string?)null, runner.Status)
            : TypedResults.Problem("Stop it first, or wait.", statusCode: StatusCodes.Status409Conflict, title: "The simulator is sending already");

    private static NoContent Stop(SimulatorRunner runner)
    {
        runner.Stop();
        return TypedResults.NoContent();
    }
}
