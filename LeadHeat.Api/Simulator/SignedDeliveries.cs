using System.Net.Http.Headers;
using LeadHeat.Api.Channels;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Simulator;

/// <summary>Delivers to this app's own webhooks as Meta does: over HTTP, signed over the bytes.</summary>
internal sealed class SignedDeliveries(IHttpClientFactory clients, SimulatorOptions options, IOptions<MetaOptions> meta)
{
    public const string ClientName = "simulator";

    /// <summary>Whether it was acknowledged.</summary>
    public async Task<bool> SendAsync(InboundChannel channel, byte[] body, CancellationToken cancellationToken) =>
        await PostAsync(channel == InboundChannel.Whatsapp ? Routes.WhatsAppWebhook : Routes.LeadAdsWebhook, body, cancellationToken) is not null;

    /// <summary>What the app answers; null where it refuses, or cannot be reached.</summary>
    public async Task<string?> PostAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, path))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(MetaSignature.Header, MetaSignature.Of(body, meta.Value.AppSecret));
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
