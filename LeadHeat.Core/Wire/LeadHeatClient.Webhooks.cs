using LeadHeat.Core.Webhooks;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<WebhookList> GetWebhooksAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Webhooks, Json.WebhookList, cancellationToken);

    /// <summary>With its secret, which is never shown again.</summary>
    public Task<WebhookAdded> AddWebhookAsync(AddWebhook webhook, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Webhooks, webhook, Json.AddWebhook, Json.WebhookAdded, cancellationToken);

    public Task<Webhook> ChangeWebhookAsync(Guid id, ChangeWebhook change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Patch, Routes.Webhook(id), change, Json.ChangeWebhook, Json.Webhook, cancellationToken);

    public async Task DeleteWebhookAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.Webhook(id), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a ping.</summary>
    public async Task TryWebhookAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Webhook(id) + "/ping", null, cancellationToken).ConfigureAwait(false);
    }

    public Task<WebhookDeliveryPage> GetWebhookDeliveriesAsync(Guid id, string? cursor = null, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Webhook(id) + "/deliveries" + (cursor is null ? "" : $"?cursor={cursor}"), Json.WebhookDeliveryPage, cancellationToken);

    /// <summary>Sends a delivery again.</summary>
    public async Task ReplayWebhookDeliveryAsync(Guid id, Guid deliveryId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.Webhook(id)}/deliveries/{deliveryId}/replay", null, cancellationToken).ConfigureAwait(false);
    }
}
