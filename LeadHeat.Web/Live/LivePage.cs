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
    private long _heard;

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

    /// <summary>Which answers may be shown: a reader's click and the news may ask for the same at once.</summary>
    protected Readings Readings { get; } = new();

    /// <summary>The shortest time between two refreshes.</summary>
    protected virtual TimeSpan Pause => Refresher.Pause;

    /// <summary>Whether the page may look different after this; called on the feed's thread.</summary>
    protected abstract bool Concerns(LiveNews news);

    /// <summary>Reads again what is shown; the page is rendered after it.</summary>
    protected abstract Task RefreshAsync(CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        _heard = Feed.Heard;
        if (!RendererInfo.IsInteractive)
            return;
        _refresher = new Refresher(Clock, Pause, cancellationToken => InvokeAsync(async () =>
        {
            try
            {
                await RefreshAsync(cancellationToken);
                StateHasChanged();
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // Nobody awaits a refresh: the page would stand still and look as if it were new.
                await DispatchExceptionAsync(failure);
            }
        }));
        // No news need come after what could not be read.
        Readings.Missed += _refresher.AskLater;
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

    /// <summary>For what goes on without news.</summary>
    protected void RefreshLater() => _refresher?.AskLater();

    /// <summary>Leaves what the page was rendered from to its circuit.</summary>
    protected void Keep<T>(T part) where T : class
    {
        if (!RendererInfo.IsInteractive)
            Handover.Keep(new Rendered<T>(part, _heard));
    }

    /// <summary>What the page was rendered from, once. It is read again when there was any news since: nobody listened for this page then.</summary>
    protected T? Take<T>() where T : class
    {
        if (Handover.Take<Rendered<T>>() is not { } rendered)
            return null;
        if (rendered.Heard != Feed.Heard)
            RefreshSoon();
        return rendered.Part;
    }

    /// <param name="Heard">How much news there had been when the page began to read.</param>
    private sealed record Rendered<T>(T Part, long Heard);
}
