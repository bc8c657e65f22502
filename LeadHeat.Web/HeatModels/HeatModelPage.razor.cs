using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.HeatModels;

/// <summary>Trains the heat model, and says how far it can be trusted.</summary>
public sealed partial class HeatModelPage
{
    private readonly HeatPageState _state = new();
    private string? _fault;
    private bool _busy;

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.HeatModelChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        if (Take<HeatModelShown>() is not { } shown)
            return LoadAsync();
        _state.Take(shown);
        return Task.CompletedTask;
    }

    private Task LoadAsync() => TryAsync(() => Readings.ReadAsync(ReadAsync, read =>
    {
        _state.Take(read);
        Keep(read);
    }));

    private async Task<HeatModelShown> ReadAsync()
    {
        var models = await Api.GetHeatModelsAsync();
        var report = _state.ToShow(models) is { } id ? await Api.GetHeatReportAsync(id) : null;
        return new(models, report, await Api.GetDisagreementsAsync());
    }

    private Task TrainAsync() => TryAsync(async () =>
    {
        _state.Choose(null);
        var model = await Api.TrainHeatModelAsync();
        Notices.Say(model.Message ?? $"Version {model.Version} is being trained. You can leave this page.");
        await LoadAsync();
    });

    private Task ShowAsync(Guid id)
    {
        _state.Choose(id);
        return LoadAsync();
    }

    private async Task ActivateAsync(Guid id)
    {
        _busy = true;
        await TryAsync(async () =>
        {
            var model = await Api.ActivateHeatModelAsync(id);
            Notices.Say($"Version {model.Version} scores leads now.");
            await LoadAsync();
        });
        _busy = false;
    }

    private Task MoreAsync() => TryAsync(() => Readings.ChangeAsync(async () => _state.Add(await Api.GetDisagreementsAsync(_state.Next))));

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            _fault = null;
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}

/// <summary>What the page shows first.</summary>
public sealed record HeatModelShown(HeatModelList Models, HeatModelReport? Report, Disagreements Disagreements);
