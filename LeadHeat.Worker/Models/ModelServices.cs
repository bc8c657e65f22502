using LeadHeat.Core.Wire;
using LeadHeat.Worker.Agent;
using LeadHeat.Worker.Tools;

namespace LeadHeat.Worker.Models;

internal static class ModelServices
{
    private const string Model = "model";

    /// <summary>A hosted model answers where ConnectionStrings__model names one; else only the built-in agent does.</summary>
    public static void AddHostedModel(this IHostApplicationBuilder builder)
    {
        if (ModelConnection.From(builder.Configuration) is not { } connection)
            return;
        var limits = builder.Configuration.GetSection("Model").Get<ModelLimits>() ?? new ModelLimits();
        builder.Services.AddHttpClient(Model, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = limits.FirstWords;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .AddHttpMessageHandler(() => new AnswerLimit())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton(services =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var client = new HostedChatClient(connection, services.GetRequiredService<IHttpClientFactory>().CreateClient(Model), limits, clock);
            return new HostedAgent(
                client, services.GetRequiredService<AgentLoop>(), services.GetRequiredService<ToolBox>(), new ModelRest(limits, clock),
                new ModelBudget(services.GetRequiredService<LeadHeatClient>(), clock), limits, clock);
        });
    }
}
