using LeadHeat.Core.Identity;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.People;

/// <summary>Two people side by side who may be one, to be decided with one key; and those who were united, to be parted again.</summary>
public sealed partial class PeoplePage
{
    private PeopleState _state = null!;
    private bool _busy;

    [Parameter]
    public string? Tab { get; set; }

    private MergeState Asked => Tab is null ? MergeState.Proposed : MergeState.Done;

    /// <summary>An import brings many at once.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.MergesChanged };

    protected override async Task RefreshAsync(CancellationToken cancellationToken) => await _state.LoadAsync(Asked, cancellationToken);

    protected override void OnInitialized()
    {
        _state = new PeopleState(Api);
        base.OnInitialized();
    }

    protected override Task OnParametersSetAsync()
    {
        if (Take<PeopleShown>() is not { } rendered || rendered.State != Asked)
            return LoadAsync();
        _state.Take(rendered);
        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        if (await _state.LoadAsync(Asked) is { } shown)
            Keep(shown);
    }

    private Task MoreAsync() => TryAsync(_state.MoreAsync);

    private Task AcceptAsync(MergeView merge) => TryAsync(async () =>
    {
        await _state.AcceptAsync(merge);
        Notices.SayUndo($"{Names(merge)} are one person now.", () => InvokeAsync(() => UndoAsync(merge, null)));
    });

    private Task RejectAsync(MergeView merge) => TryAsync(async () =>
    {
        await _state.RejectAsync(merge);
        Notices.SayUndo($"{Names(merge)} stay two people.", () => InvokeAsync(() => UndoAsync(merge, null)));
    });

    private Task UndoAsync(MergeView merge, IReadOnlyList<string>? fields) => TryAsync(async () =>
    {
        var note = await _state.UndoAsync(merge, fields);
        Notices.Say(note ?? "Taken back.");
        await LoadAsync();
    });

    private async Task TryAsync(Func<Task> act)
    {
        _busy = true;
        try
        {
            await act();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not done: {refused.Message}");
            await LoadAsync();
        }
        finally
        {
            _busy = false;
            StateHasChanged();
        }
    }

    private static string Names(MergeView merge) => $"{PeopleWords.Name(merge.Left)} and {PeopleWords.Name(merge.Right)}";
}
