using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Uploads;

/// <summary>Says what the columns of a file are. Each change is the Api's at once, so the rows below always show what it makes of them.</summary>
public sealed partial class MappingForm
{
    private static readonly (OnDuplicate Choice, string Title)[] Choices =
    [
        (OnDuplicate.Merge, "Add to that lead what is not known yet"), (OnDuplicate.Skip, "Leave the row out"), (OnDuplicate.Separate, "Make a lead of its own"),
    ];

    private string? _refused;
    private bool _busy;

    [Parameter, EditorRequired]
    public required UploadView Upload { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<UploadChoice> Fields { get; set; }

    [Parameter]
    public EventCallback<UploadView> Changed { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    // Before the page listens, a choice would be seen by its reader and by nobody else.
    private bool IsFrozen => _busy || !RendererInfo.IsInteractive;

    private IEnumerable<string> Delimiters => DialectFinder.Offered.Select(sign => sign.ToString()).Append(Upload.Delimiter).Distinct();

    private static string DelimiterName(string delimiter) => delimiter switch
    {
        "," => "comma", ";" => "semicolon", "\t" => "tab", "|" => "bar", _ => $"'{delimiter}'",
    };

    private static string Level(ColumnMapping column) => column.Field is null or UploadFields.Ignored && column.Problem is null ? "out"
        : column.Confidence >= MappingProposer.Certain && column.Problem is null ? "sure" : "look";

    private static string Sureness(ColumnMapping column) => Level(column) switch
    {
        "out" => "left out",
        "sure" => column.Confidence >= 1 ? "chosen" : "sure",
        _ => column.Field is null ? "not known" : $"{column.Confidence:P0}: please look",
    };

    private string? ErrorOf(PreviewRow row, int place) =>
        place < Upload.Mapping.Count ? row.Errors.FirstOrDefault(error => error.Column == Upload.Mapping[place].Column)?.Reason : null;

    private static string? RowErrorOf(PreviewRow row) => row.Errors.FirstOrDefault(error => error.Column is null)?.Reason;

    private Task ChooseAsync(ColumnMapping column, string? field) =>
        ChangeAsync(new([new(column.Column, string.IsNullOrEmpty(field) ? null : field)], Start: false));

    private Task ChooseDaysAsync(ColumnMapping column, string? days) =>
        ChangeAsync(new([new(column.Column, column.Field, Words.TryParse<DayOrder>(days, out var known) ? known : null)], Start: false));

    private Task ChangeAsync(MapUpload change) => TryAsync(() => Api.MapUploadAsync(Upload.Id, change));

    private Task CancelAsync() => TryAsync(() => Api.CancelUploadAsync(Upload.Id));

    private async Task TryAsync(Func<Task<UploadView>> change)
    {
        (_busy, _refused) = (true, null);
        try
        {
            await Changed.InvokeAsync(await change());
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Why;
        }
        finally
        {
            _busy = false;
        }
    }
}
