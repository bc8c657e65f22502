using LeadHeat.Core.Live;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Intake;

/// <summary>The team's own programs that are told what happens: who they are, and what came of what was sent.</summary>
public sealed partial class WebhooksPage
{
    private IReadOnlyList<WebhookDelivery>? _log;
    private string? _next;
    private Guid? _open;
    private Guid? _sure;
    private bool _adding;
    private string _url = "";
    private HashSet<string> _kinds = [.. WebhookKinds.All];
    private string? _secret;
    private string? _refused;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.WebhooksChanged };

    protected override async Task<WebhookList> ReadAsync()
    {
        var webhooks = await Api.GetWebhooksAsync();
        if (_open is { } open)
            await ReadLogAsync(open);
        return webhooks;
    }

    // As much as was shown.
    private async Task ReadLogAsync(Guid webhook)
    {
        List<WebhookDelivery> lines = [];
        string? next = null;
        do
        {
            var page = await Api.GetWebhookDeliveriesAsync(webhook, next);
            lines.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null && lines.Count < _log?.Count);
        (_log, _next) = (lines, next);
    }

    private Task OpenAsync(Webhook webhook)
    {
        (_open, _log) = (_open == webhook.Id ? null : webhook.Id, null);
        return _open is null ? Task.CompletedTask : Notices.TryAsync(() => ReadLogAsync(webhook.Id));
    }

    private Task<bool> MoreAsync() => Notices.TryAsync(async () =>
    {
        var page = await Api.GetWebhookDeliveriesAsync(_open!.Value, _next);
        (_log, _next) = ([.. _log!, .. page.Items], page.Next);
    });

    private void Toggle(string kind)
    {
        if (!_kinds.Remove(kind))
            _kinds.Add(kind);
    }

    private async Task AddAsync()
    {
        try
        {
            var added = await Api.AddWebhookAsync(new(_url.Trim(), [.. WebhookKinds.All.Where(_kinds.Contains)]));
            (_secret, _adding, _url, _kinds, _refused) = (added.Secret, false, "", [.. WebhookKinds.All], null);
            await LoadAsync();
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
    }

    private Task<bool> SwitchAsync(Webhook webhook, bool on) => Notices.TryAsync(async () =>
    {
        await Api.ChangeWebhookAsync(webhook.Id, new(IsOn: on));
        await LoadAsync();
    });

    private Task<bool> PingAsync(Webhook webhook) => Notices.TryAsync(async () =>
    {
        await Api.TryWebhookAsync(webhook.Id);
        _open = webhook.Id;
        await LoadAsync();
    });

    private Task<bool> AgainAsync(Webhook webhook, WebhookDelivery line) => Notices.TryAsync(async () =>
    {
        await Api.ReplayWebhookDeliveryAsync(webhook.Id, line.Id);
        Notices.Say("It is sent again.");
        await LoadAsync();
    });

    private Task DeleteAsync(Webhook webhook)
    {
        if (_sure != webhook.Id)
        {
            _sure = webhook.Id;
            return Task.CompletedTask;
        }

        return Notices.TryAsync(async () =>
        {
            await Api.DeleteWebhookAsync(webhook.Id);
            await LoadAsync();
        });
    }

    private static string StateOf(Webhook webhook) =>
        !webhook.IsOn ? "off"
        : webhook.Failures > 0 ? $"{Say.Plural(webhook.Failures, "failure")} in a row"
        : webhook.Waiting > 0 ? $"{webhook.Waiting} waiting"
        : webhook.DeliveredAt is null ? "nothing sent yet"
        : "well";
}
