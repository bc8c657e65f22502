using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Board;

/// <summary>The pipeline as columns of cards, moved by mouse, finger or keyboard.</summary>
public sealed partial class BoardPage
{
    /// <summary>The Api counts up to this many.</summary>
    private const int Cap = 1000;

    private BoardState _state = null!;
    private string? _shown;

    [SupplyParameterFromQuery]
    private string? Owner { get; set; }

    protected override void OnInitialized()
    {
        _state = new BoardState(Api);
        base.OnInitialized();
    }

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.LeadChanged or LiveEventKind.ScoresChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (_state.Loaded && _shown == Owner)
            return;
        _shown = Owner;
        if (Take<Pipeline>() is { } rendered)
        {
            _state.Take(rendered);
            return;
        }

        await LoadAsync();
        if (_state.Loaded)
            Keep(new Pipeline(_state.Columns));
    }

    private Task LoadAsync() => _state.LoadAsync(Owner);

    private static string Inbox(LeadStatus status) => new InboxFilter(Status: status).ToAddress();

    private Task DroppedAsync(CardMoveEventArgs move) =>
        Guid.TryParse(move.Id, out var id) && Words.TryParse<LeadStatus>(move.Status, out var status) ? MoveAsync(id, status) : Task.CompletedTask;

    private async Task KeyAsync(CardKeyEventArgs pressed)
    {
        if (!Guid.TryParse(pressed.Id, out var id))
            return;
        switch (pressed.Key, _state.Lifted)
        {
            case (" ", null):
                // The card may have left the board while the key was on its way.
                if (_state.Lift(id) is { } card)
                    Notices.Announce($"{card.Name} lifted from {Say.Status(card.From)}. Arrows move it, space drops it, escape puts it back.");
                break;
            case (" ", not null):
                var dropped = _state.Drop()!;
                await MoveAsync(dropped.Id, dropped.To);
                break;
            case ("ArrowLeft" or "ArrowRight", not null):
                _state.Carry(pressed.Key == "ArrowLeft" ? -1 : 1);
                Notices.Announce($"{_state.Lifted!.Name} over {Say.Status(_state.Lifted.To)}");
                break;
            case ("Escape", { } lifted):
                _state.PutBack();
                Notices.Announce($"{lifted.Name} is back in {Say.Status(lifted.From)}");
                break;
        }
    }

    private async Task MoveAsync(Guid id, LeadStatus to, bool undoes = false)
    {
        if (_state.Find(id) is not { } row || row.Status == to)
            return;
        try
        {
            var moving = _state.MoveAsync(id, to);
            StateHasChanged();
            await moving;
            Notices.Announce($"{row.Name} moved to {Say.Status(to)}");
            if (!undoes)
                Notices.SayUndo($"{row.Name} moved to {Say.Status(to)}.", () => InvokeAsync(() => MoveAsync(id, row.Status, undoes: true)));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not moved: {refused.Message}");
        }

        StateHasChanged();
    }
}
