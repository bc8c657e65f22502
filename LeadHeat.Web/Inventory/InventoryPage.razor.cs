using System.Globalization;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Inventory;

/// <summary>What there is to sell, to look something up while on the phone; the search is in the address.</summary>
public sealed partial class InventoryPage : IDisposable
{
    private const int PageSize = 40;

    private string? _text;
    private string? _city;
    private string? _beds;
    private List<Unit>? _units;
    private string? _next;
    private string? _fault;
    private Refresher? _refresher;
    private IDisposable? _listening;

    [SupplyParameterFromQuery]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? City { get; set; }

    [SupplyParameterFromQuery]
    private string? Beds { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    [Inject]
    private LiveFeed Feed { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    private bool Narrowed => Text is not null || City is not null || Beds is not null;

    private UnitQuery Query => new(
        City: City,
        BedsMin: decimal.TryParse(Beds, CultureInfo.InvariantCulture, out var beds) ? beds : null,
        BedsMax: decimal.TryParse(Beds, CultureInfo.InvariantCulture, out var most) ? most : null,
        Text: Text,
        Limit: PageSize);

    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
            return;
        _refresher = new Refresher(Clock, TimeSpan.FromSeconds(1), _ => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
        _listening = Feed.Listen(news =>
        {
            if (news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InventoryChanged })
                _refresher.Ask();
        });
    }

    protected override Task OnParametersSetAsync()
    {
        (_text, _city, _beds) = (Text, City, Beds ?? "");
        if (Handover.Take<UnitPage>() is { } rendered)
        {
            Show(rendered);
            return Task.CompletedTask;
        }

        return LoadAsync();
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _refresher?.Dispose();
    }

    private void Search() => Address.NavigateTo(Address.GetUriWithQueryParameters("/inventory", new Dictionary<string, object?>
    {
        ["text"] = Kept(_text),
        ["city"] = Kept(_city),
        ["beds"] = Kept(_beds),
    }));

    private static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task LoadAsync()
    {
        try
        {
            var page = await Api.SearchUnitsAsync(Query);
            Show(page);
            if (!RendererInfo.IsInteractive)
                Handover.Keep(page);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private void Show(UnitPage page) => (_units, _next, _fault) = ([.. page.Items], page.Next, null);

    private async Task MoreAsync()
    {
        try
        {
            var page = await Api.SearchUnitsAsync(Query with { Cursor = _next });
            _units!.AddRange(page.Items);
            (_next, _fault) = (page.Next, null);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }
}
