using Microsoft.Extensions.AI;

namespace LeadHeat.Api.Knowledge.Embedding;

internal static class EmbeddingServices
{
    private const string Client = "embeddings";

    /// <summary>A hosted embedder where ConnectionStrings__model names an EmbeddingModel; else only the local one.</summary>
    public static void AddHostedEmbedder(this IHostApplicationBuilder builder)
    {
        if (EmbeddingConnection.From(builder.Configuration) is not { } connection)
            return;
        builder.Services.AddSingleton(connection);
        builder.Services.AddHttpClient(Client, http => http.Timeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton(services => new HostedEmbedder(
            connection, services.GetRequiredService<IHttpClientFactory>().CreateClient(Client), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(services => services.GetRequiredService<HostedEmbedder>());
        builder.Services.AddHostedService<HostedVectors>();
    }
}
