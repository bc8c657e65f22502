using System.Text.Json.Nodes;
using LeadHeat.Core.Live;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Scoring;

/// <summary>One version of a scorecard: written while it is a draft, tried on all leads, published.</summary>
public sealed partial class ScorecardPage
{
    private ScorecardView? _view;
    private CardDraft? _draft;
    private CardCheck? _check;
    private DateOnly? _from;
    private string? _fault;
    private readonly Readings _checks = new();
    private int _changes;
    private bool _dirty;

    [Parameter]
    public string Name { get; set; } = "";

    [Parameter]
    public int Version { get; set; }

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    [Inject]
    private ReaderClock Reader { get; init; } = null!;

    private bool IsDraft => _view!.Summary.State == CardState.Draft;

    private EventCallback<int> TakeHot => IsDraft ? EventCallback.Factory.Create<int>(this, TakeHotAsync) : default;

    private bool IsRefused => _check?.Findings.Any(finding => finding.Level == LintLevel.Refused) ?? false;

    public static string AddressOf(string name, int version) => $"/scorecards/{name}/{version}";

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.ScoresChanged };

    // What is being written is not taken away by news.
    protected override Task RefreshAsync(CancellationToken cancellationToken) => _dirty ? LoadRunAsync() : LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Summary is { } shown && (shown.Name, shown.Version) == (Name, Version))
            return;
        if (Take<Shown>() is { } rendered && (rendered.View.Summary.Name, rendered.View.Summary.Version) == (Name, Version))
        {
            Show(rendered.View);
            Show(rendered.Run);
        }
        else
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            var changes = _changes;
            await Readings.ReadAsync(async () => new Shown(await Api.GetScorecardAsync(Name, Version), await LatestRunAsync()), read =>
            {
                Show(read.Run);
                // Somebody has begun to write meanwhile.
                if (changes != _changes)
                    return;
                Keep(read);
                Show(read.View);
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private void Show(ScorecardView view)
    {
        (_view, _draft, _fault, _dirty) = (view, new CardDraft(view.Card.DeepClone().AsObject()), null, false);
        _check = new(null, _draft.Total, view.Findings);
    }

    private async Task ChangedAsync()
    {
        (_dirty, _changes) = (true, _changes + 1);
        try
        {
            await _checks.ReadAsync(() => Api.CheckScorecardAsync(_view!.Summary.Playbook, _draft!.Card.DeepClone().AsObject()), check => _check = check);
        }
        catch (LeadHeatException refused)
        {
            _check = new(refused.Message, _draft!.Total, []);
        }
    }

    private async Task<bool> SaveAsync()
    {
        try
        {
            var changes = _changes;
            await Readings.ChangeAsync(async () =>
            {
                var saved = await Api.SaveScorecardAsync(Name, Version, new(_draft!.Card.DeepClone().AsObject()));
                if (changes == _changes)
                    Show(saved);
            });
            return true;
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not saved: {refused.Message}");
            return false;
        }
    }

    private Task TakeHotAsync(int from)
    {
        _draft!.SetBand("hot", from);
        return ChangedAsync();
    }

    private async Task PublishAsync()
    {
        if (_dirty && !await SaveAsync())
            return;
        try
        {
            DateTimeOffset? from = _from is { } day ? Reader.FromReader(day.ToDateTime(TimeOnly.MinValue)) : null;
            var list = await Api.PublishScorecardAsync(Name, Version, new(from));
            var publication = list.Publications.First(known => known.Card == Name && known.Version == Version);
            await LoadAsync();
            Notices.SayUndo(
                publication.IsNow ? "Published. Leads are scored by it now." : $"Published. It judges from {Reader.ToReader(publication.EffectiveAt):d MMMM} on.",
                () => WithdrawAsync(publication.Id));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not published: {refused.Message}");
        }
    }

    private async Task WithdrawAsync(Guid publication)
    {
        try
        {
            await Api.WithdrawPublicationAsync(publication);
            await LoadAsync();
            StateHasChanged();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not taken back: {refused.Message}");
        }
    }

    private async Task ThrowAwayAsync()
    {
        var card = _view!.Card.DeepClone().AsObject();
        try
        {
            await Api.DeleteScorecardAsync(Name, Version);
            Notices.SayUndo("The draft is gone.", () => BringBackAsync(card));
            Address.NavigateTo("/scorecards");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not thrown away: {refused.Message}");
        }
    }

    private async Task BringBackAsync(JsonObject card)
    {
        try
        {
            var list = await Api.GetScorecardsAsync();
            var from = list.Items.First(known => known.Name == Name);
            var draft = await Api.CreateScorecardAsync(new(from.Name, from.Version));
            await Api.SaveScorecardAsync(draft.Summary.Name, draft.Summary.Version, new(card));
            Address.NavigateTo(AddressOf(draft.Summary.Name, draft.Summary.Version));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not brought back: {refused.Message}");
        }
    }

    private static string StateWords(ScorecardSummary card) => card switch
    {
        { State: CardState.Draft } => "Draft: no lead is touched until it is published",
        { Role: CardRole.Primary } => "Gives the leads their score now",
        { Role: CardRole.Beside } => "Looks on beside the score",
        _ => "Published earlier",
    };

    private sealed record Shown(ScorecardView View, ShadowRun? Run);
}
