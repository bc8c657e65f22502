using System.Net;
using LeadHeat.Core.Live;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Uploads;

/// <summary>One file: what its columns are, how far its import is, and what became of it.</summary>
public sealed partial class UploadPage
{
    private const int MostErrors = 50;

    private UploadView? _upload;
    private UploadChoices? _choices;
    private List<UploadDuplicate>? _duplicates;
    private int? _nextDuplicate;
    private string? _fault;
    private bool _unknown;

    [Parameter]
    public Guid Id { get; set; }

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    public static string Address(Guid id) => $"/uploads/{id}";

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.UploadChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (_upload?.Id == Id)
            return;
        if (Take<UploadView>() is { } rendered && rendered.Id == Id)
            await ShowAsync(rendered);
        else
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var upload = await Api.GetUploadAsync(Id);
            Keep(upload);
            await ShowAsync(upload);
            (_fault, _unknown) = (null, false);
        }
        catch (LeadHeatException refused)
        {
            _unknown = refused.Status == HttpStatusCode.NotFound;
            _fault = _unknown ? null : refused.Title;
        }
    }

    // The live feed may have shown more than this answer knows by the time that it comes: what is true now has the last word.
    private async Task ChangedAsync(UploadView upload)
    {
        await ShowAsync(upload);
        RefreshSoon();
    }

    private async Task ShowAsync(UploadView upload)
    {
        if (upload.State == UploadState.Mapping && (_choices is null || _upload?.Playbook != upload.Playbook))
            _choices = await Api.GetUploadFieldsAsync(upload.Playbook);
        if (upload.State is not (UploadState.Mapping or UploadState.Importing) && _duplicates is null && upload.Duplicates + upload.RowsSkipped > 0)
            Add(await Api.GetUploadDuplicatesAsync(upload.Id));
        _upload = upload;
    }

    private async Task MoreDuplicatesAsync()
    {
        try
        {
            Add(await Api.GetUploadDuplicatesAsync(Id, _nextDuplicate!.Value));
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private void Add(UploadDuplicates found)
    {
        (_duplicates ??= []).AddRange(found.Items);
        _nextDuplicate = found.Next;
    }
}
