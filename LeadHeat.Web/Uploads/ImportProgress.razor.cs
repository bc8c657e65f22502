using System.Globalization;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Uploads;

/// <summary>How far an import is, or what became of it.</summary>
public sealed partial class ImportProgress
{
    private string? _refused;
    private bool _busy;

    [Parameter, EditorRequired]
    public required UploadView Upload { get; set; }

    [Parameter]
    public EventCallback<UploadView> Changed { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    private string? Speed => Upload.RowsPerSecond is { } speed
        ? $", {speed.ToString("N0", CultureInfo.InvariantCulture)} a second{(Upload.SecondsLeft is { } left ? $", {Left(left)} left" : null)}" : null;

    private static string Left(double seconds) => seconds < 60 ? $"about {Math.Ceiling(seconds / 5) * 5:0} s" : $"about {Math.Ceiling(seconds / 60):0} min";

    private static string Count(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private async Task ChangeAsync(Func<Guid, CancellationToken, Task<UploadView>> change)
    {
        (_busy, _refused) = (true, null);
        try
        {
            await Changed.InvokeAsync(await change(Upload.Id, CancellationToken.None));
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
        finally
        {
            _busy = false;
        }
    }
}
