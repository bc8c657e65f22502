using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Turns;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Intake;

/// <summary>What was not let in because of its signature, with what to do about it; nothing where there is none.</summary>
public sealed partial class RefusedPanel
{
    // Somebody who tries doors must not push everything else off the page.
    private const int FirstFew = 5;

    private RefusedDeliveries? _shown;
    private Guid? _open;
    private string? _body;
    private bool _all;
    private bool _showsKey;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        _shown = Take<RefusedDeliveries>();
        return _shown is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            await Readings.ReadAsync(() => Api.GetRefusedAsync(), shown => _shown = shown);
            if (_shown is not null)
                Keep(_shown);
        }
        catch (LeadHeatException)
        {
            // The page says already that the Api cannot be reached.
        }
    }

    private async Task OpenAsync(RefusedDelivery item)
    {
        if (_open == item.Id)
        {
            _open = null;
            return;
        }

        try
        {
            var detail = await Api.GetRefusedAsync(item.Id);
            _body = string.Join('\n', detail.Headers.Select(header => $"{header.Key}: {header.Value}")) + "\n\n" + Pretty.Json(detail.Body);
        }
        catch (LeadHeatException refused)
        {
            _body = refused.Message;
        }

        _open = item.Id;
    }

    private Task<bool> TryAgainAsync(RefusedDelivery item) => Notices.TryAsync(async () =>
    {
        await Api.ReplayRefusedAsync(item.Id);
        Notices.Say("Its signature fits now: it was let in.");
        await LoadAsync();
    });

    private Task<bool> TryAllAgainAsync() => Notices.TryAsync(async () =>
    {
        var tried = await Api.ReplayRefusedAsync();
        Notices.Say(tried.Taken == 0 ? "The app secret of now has signed none of them."
            : $"{Say.Plural(tried.Taken, "was", "were")} let in{(tried.Left > 0 ? $", {tried.Left} still do not fit" : "")}.");
        await LoadAsync();
    });

    private static string Note(RefusedDeliveries shown) =>
        $"{Say.Plural(shown.Count, "delivery", "deliveries")} without our signature. They were not let in, and are kept for some days.";
}
