using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Live;

/// <summary>
/// A page that reads something from the Api and stays as new as it: it listens before it reads, so that no change falls between, and
/// its circuit begins with what the page was rendered from.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private Refresher? _refresher;
    private IDisposable? _listening;

    [Inject]
    protected LeadHeatClient Api { get; init; } = null!;

    [Inject]
    protected Notices Notices { get; init; } = null!;

    [Inject]
    protected TimeProvider Clock { get; init; } = null!;

    [Inject]
    private LiveFeed Feed { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    /// <summary>The shortest time between two refreshes.</summary>
    protected virtual TimeSpan Pause => Refresher.Pause;

    /// <summary>Whether the page may look different after this; called on the feed's thread.</summary>
    protected abstract bool Concerns(LiveNews news);

    /// <summary>Reads again what is shown; the page is rendered after it.</summary>
    protected abstract Task RefreshAsync(CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
            return;
        _refresher = new Refresher(Clock, Pause, cancellationToken => InvokeAsync(async () =>
        {
            await RefreshAsync(cancellationToken);
            StateHasChanged();
        }));
        _listening = Feed.Listen(news =>
        {
            if (Concerns(news))
                RefreshSoon();
        });
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _refresher?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Nothing before the circuit is there: it begins with a new reading anyway.</summary>
    protected void RefreshSoon() => _refresher?.Ask();

    /// <summary>Leaves what the page was rendered from to its circuit.</summary>
    protected void Keep<T>(T part) where T : class
    {
        if (!RendererInfo.IsInteractive)
            Handover.Keep(part);
    }

    /// <summary>What the page was rendered from, once.</summary>
    protected T? Take<T>() where T : class => Handover.Take<T>();
}
