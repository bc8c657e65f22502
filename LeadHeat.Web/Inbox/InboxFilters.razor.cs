using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Overview;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Inbox;

/// <summary>The views with their counts, the search, and the filters that are needed less often.</summary>
public sealed partial class InboxFilters : IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(180);

    // What is typed stays in the reader's browser: to write a text back that came from there would undo the keys pressed meanwhile.
    private readonly List<string?> _sent = [];
    private CancellationTokenSource _typing = new();
    private string? _given;
    private int _outside;
    private bool _open;

    [Parameter, EditorRequired]
    public required InboxFilter Filter { get; set; }

    [Parameter]
    public LeadCounts? Counts { get; set; }

    [Parameter]
    public EventCallback<InboxFilter> Changed { get; set; }

    [Inject]
    private ReaderClock Reader { get; init; } = null!;

    [Inject]
    private SearchWords Searches { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }

    protected override void OnParametersSet()
    {
        var known = _sent.LastIndexOf(Filter.Text);
        if (known >= 0)
        {
            // It stays as the one that stands, so that the same filter again is no news.
            _sent.RemoveRange(0, known);
            return;
        }
        _sent.Clear();
        _sent.Add(Filter.Text);
        _given = Filter.Text;
        _outside++;
    }

    private async Task Typed(ChangeEventArgs typed)
    {
        var text = typed.Value as string;
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var pause = _typing.Token;
        await Task.Delay(TypingPause, Clock, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (pause.IsCancellationRequested)
            return;
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        _sent.Add(text);
        await Changed.InvokeAsync(Filter with { Text = text });
    }

    // The last day is told and not the moment at which it is over.
    private string NarrowedWords => "Leads"
        + (Filter.Playbook is { } playbook ? $" of {playbook}" : "")
        + (OverviewFigure.Parse(Filter.Figure) is { } figure ? $" {OverviewWords.Of(figure)}" : "")
        + (Filter.CreatedFrom is { } from ? $" that came from {Day(from)}" : "")
        + (Filter.CreatedTo is { } to ? $"{(Filter.CreatedFrom is null ? " that came" : "")} until {Day(to.AddTicks(-1))}" : "") + ".";

    private string Day(DateTimeOffset at) => OverviewWords.Day(Reader.DayOf(at));

    private Task Staged(ChangeEventArgs chosen) =>
        Changed.InvokeAsync(Filter with { Status = Words.TryParse<LeadStatus>(chosen.Value as string, out var status) ? status : null });

    private Task Sourced(ChangeEventArgs chosen) =>
        Changed.InvokeAsync(Filter with { Source = Words.TryParse<LeadSource>(chosen.Value as string, out var source) ? source : null });

    private Task Sorted(ChangeEventArgs chosen) =>
        Changed.InvokeAsync(Filter with { Sort = Words.TryParse<LeadSort>(chosen.Value as string, out var sort) ? sort : LeadSort.LastActivity });
}
