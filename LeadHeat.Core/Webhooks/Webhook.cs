using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Webhooks;

/// <summary>A program of the team's that is told what happens.</summary>
/// <param name="Kinds">Of <see cref="WebhookKinds"/>.</param>
/// <param name="OffBecause">Why we stopped telling it; null where it is on, or somebody switched it off.</param>
/// <param name="Failures">How many attempts in a row have failed.</param>
/// <param name="Waiting">How many deliveries wait for it.</param>
public sealed record Webhook(
    Guid Id, string Url, IReadOnlyList<string> Kinds, bool IsOn, string? OffBecause, int Failures, int Waiting, DateTimeOffset CreatedAt,
    DateTimeOffset? DeliveredAt);

/// <summary>All webhooks, oldest first.</summary>
public sealed record WebhookList(IReadOnlyList<Webhook> Items);

/// <summary>Adds a webhook.</summary>
/// <param name="Url">Where deliveries are posted to; with https.</param>
/// <param name="Kinds">Of <see cref="WebhookKinds"/>.</param>
public sealed record AddWebhook([property: Required, StringLength(2000)] string Url, [property: Required, MinLength(1)] IReadOnlyList<string> Kinds);

/// <summary>A new webhook.</summary>
/// <param name="Secret">Signs its deliveries; never shown again.</param>
public sealed record WebhookAdded(Webhook Webhook, string Secret);

/// <summary>Changes a webhook; null: stays.</summary>
/// <param name="IsOn">On again: what waits is sent.</param>
public sealed record ChangeWebhook(IReadOnlyList<string>? Kinds = null, bool? IsOn = null);

/// <summary>How far a delivery is.</summary>
[JsonConverter(typeof(WireEnumConverter<WebhookDeliveryState>))]
public enum WebhookDeliveryState
{
    /// <summary>To be sent, or to be tried again.</summary>
    Queued,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>Answered with a status of 200 to 299.</summary>
    Delivered,

    /// <summary>Given up after a day.</summary>
    Failed,
}

/// <summary>A line of the log.</summary>
/// <param name="Status">The latest attempt's; null where nobody answered.</param>
/// <param name="Failure">Why the latest attempt failed; null when it did not.</param>
/// <param name="Answer">The first KB of the latest answer.</param>
/// <param name="Milliseconds">How long the latest attempt took.</param>
/// <param name="NextAt">When it is tried again; null when it is not.</param>
public sealed record WebhookDelivery(
    Guid Id, Guid WebhookId, string Kind, Guid? LeadId, WebhookDeliveryState State, int Attempts, int? Status, string? Failure, string? Answer,
    int? Milliseconds, DateTimeOffset CreatedAt, DateTimeOffset? NextAt);

/// <summary>A page of the log, newest first; <see cref="Next"/> is null at the end.</summary>
public sealed record WebhookDeliveryPage(IReadOnlyList<WebhookDelivery> Items, string? Next);

/// <summary>What is posted. It is made once: every attempt at a delivery sends the same bytes.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Change">What happened: <c>from</c>, <c>to</c>, <c>score</c>, as the kind has them.</param>
/// <param name="Lead">As it was when this was made; null with a ping.</param>
/// <param name="Message">With <see cref="WebhookKinds.MessageReceived"/>.</param>
public sealed record WebhookBody(
    Guid Id, string Kind, DateTimeOffset At, IReadOnlyDictionary<string, JsonElement> Change, LeadRow? Lead, WebhookContact? Contact, MessageView? Message);

/// <summary>How to reach the lead.</summary>
public sealed record WebhookContact(string? Name, string? Email, string? Phone);
