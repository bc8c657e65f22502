using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Live;

/// <summary>A page that shows one thing, read whole, and reads it again when something that concerns it has changed.</summary>
public abstract class ReadingPage<T> : LivePage where T : class
{
    /// <summary>What was read last; nothing before the first reading.</summary>
    protected T? Shown { get; private set; }

    /// <summary>Why the last reading failed. What was read before still shows.</summary>
    protected string? Fault { get; private set; }

    protected abstract Task<T> ReadAsync();

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        Shown = Take<T>();
        return Shown is null ? LoadAsync() : Task.CompletedTask;
    }

    /// <summary>Changes something of which the Api answers with the whole.</summary>
    /// <exception cref="LeadHeatException">It was refused.</exception>
    protected Task ChangeAsync(Func<Task<T>> change) => Readings.ChangeAsync(async () => Shown = await change());

    protected async Task LoadAsync()
    {
        try
        {
            await Readings.ReadAsync(ReadAsync, read => (Shown, Fault) = (read, null));
            if (Shown is not null)
                Keep(Shown);
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Status == System.Net.HttpStatusCode.Forbidden ? "This page is for admins" : refused.Title;
        }
    }
}
