using System.Globalization;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Intake;

/// <summary>What came in from WhatsApp and Lead Ads and needs a look, with the way to have it handled again.</summary>
public sealed partial class IntakePage
{
    private IntakeState _state = null!;
    private string? _text;
    private string? _id;

    [SupplyParameterFromQuery]
    private string? Find { get; set; }

    [Inject]
    private SearchWords Searches { get; init; } = null!;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    /// <summary>A burst of messages is a burst of news.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => _state.LoadAsync(_id, cancellationToken);

    protected override void OnInitialized()
    {
        _state = new IntakeState(Api);
        base.OnInitialized();
    }

    protected override Task OnParametersSetAsync()
    {
        // An id of WhatsApp's holds the number of who wrote.
        _text = _id = Searches.Open(Find);
        if (Take<IntakeShown>() is not { } rendered || rendered.Id != _id)
            return LoadAsync();
        _state.Take(rendered);
        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        await _state.LoadAsync(_id);
        if (_state.Shown is { } shown)
            Keep(shown);
    }

    private void Search() => Address.NavigateTo(Address.GetUriWithQueryParameters("/intake", new Dictionary<string, object?>
    {
        ["find"] = Searches.Seal(string.IsNullOrWhiteSpace(_text) ? null : _text.Trim()),
    }));

    private Task<bool> TryAgainAsync(InboundItem item) => Notices.TryAsync(async () =>
    {
        await _state.TryAgainAsync(item);
        Notices.Say(IntakeState.CanBeRead(item) ? "It is read again with the form's fields." : "It is tried again.");
    });

    private Task<bool> TryAllAgainAsync(InboundState state) => Notices.TryAsync(async () =>
    {
        var count = await _state.TryAllAgainAsync(state);
        Notices.Say(count == 0 ? "Nothing needed another try." : $"{Say.Plural(count, "is", "are")} tried again.");
        await LoadAsync();
    });

    private Task<bool> MoreAsync(InboundState state) => Notices.TryAsync(() => _state.MoreAsync(state));

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
