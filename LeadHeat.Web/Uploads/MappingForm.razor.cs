using System.Globalization;
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

    private Task<bool> _last = Task.FromResult(true);
    private string? _refused;
    private int _refusals;
    private bool _ending;

    [Parameter, EditorRequired]
    public required UploadView Upload { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<UploadChoice> Fields { get; set; }

    /// <summary>The businesses that the file can be for.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<UploadPlaybook> Playbooks { get; set; }

    [Parameter]
    public EventCallback<UploadView> Changed { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    // Before the page listens, a choice would be seen by its reader and by nobody else.
    private bool IsFrozen => _ending || !RendererInfo.IsInteractive;

    private string Rows => Upload.RowsTotal == 1 ? "1 row" : $"{Upload.RowsTotal.ToString("N0", CultureInfo.InvariantCulture)} rows";

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

    private Task ChangeAsync(MapUpload change) => InTurnAsync(() => Api.MapUploadAsync(Upload.Id, change));

    private Task StartAsync() => EndAsync(() => Api.MapUploadAsync(Upload.Id, new()));

    private Task CancelAsync() => EndAsync(() => Api.CancelUploadAsync(Upload.Id));

    private async Task EndAsync(Func<Task<UploadView>> change)
    {
        _ending = true;
        await InTurnAsync(change);
        _ending = false;
    }

    // The form stays open while a change is on its way, or it would swallow a click that follows quickly: what is chosen meanwhile waits.
    private Task InTurnAsync(Func<Task<UploadView>> change) => _last = AfterAsync(_last, change);

    private async Task<bool> AfterAsync(Task<bool> earlier, Func<Task<UploadView>> change)
    {
        // Who chose this thought that the earlier change is made; nothing is imported in another way than the form showed.
        if (!earlier.IsCompleted && !await earlier)
            return false;
        _refused = null;
        try
        {
            await Changed.InvokeAsync(await change());
            return true;
        }
        catch (LeadHeatException refused)
        {
            (_refused, _refusals) = (refused.Why, _refusals + 1);
            return false;
        }
    }
}
