using System.Globalization;
using LeadHeat.Core.Live;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LeadHeat.Web.Uploads;

/// <summary>Takes files of leads, and lists those that came before.</summary>
public sealed partial class UploadsPage
{
    private const long MostBytes = 1024L * 1024 * 1024;

    private IReadOnlyList<UploadSummary>? _uploads;
    private string? _fault;
    private string? _refused;
    private string? _sending;
    private double? _sent;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.UploadChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        if (Take<UploadList>() is not { } rendered)
            return LoadAsync();
        _uploads = rendered.Items;
        return Task.CompletedTask;
    }

    private static string Count(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private async Task LoadAsync()
    {
        try
        {
            await Readings.ReadAsync(() => Api.GetUploadsAsync(), list =>
            {
                (_uploads, _fault) = (list.Items, null);
                Keep(list);
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private async Task SendAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.FileCount != 1)
        {
            _refused = "Choose one file at a time.";
            return;
        }

        (_sending, _sent, _refused) = (chosen.File.Name, 0, null);
        try
        {
            if (chosen.File.Size > MostBytes)
            {
                _refused = "The file has more than 1 GB. Split it into several.";
                return;
            }

            await using var file = new CountedStream(chosen.File.OpenReadStream(MostBytes), chosen.File.Size, Sent);
            var upload = await Api.UploadAsync(chosen.File.Name, file, start: false);
            Navigation.NavigateTo(UploadPage.Address(upload.Id));
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
        catch (IOException)
        {
            _refused = "The file could not be read to its end. Please choose it again.";
        }
        finally
        {
            (_sending, _sent) = (null, null);
        }
    }

    private void Sent(double share)
    {
        if (share - (_sent ?? 0) < 0.02)
            return;
        _sent = share;
        _ = InvokeAsync(StateHasChanged);
    }
}
