using System.Globalization;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Inventory;

/// <summary>What there is to sell, to look something up while on the phone; the search is in the address.</summary>
public sealed partial class InventoryPage
{
    private const int PageSize = 40;

    private string? _text;
    private string? _city;
    private string? _beds;
    private List<Unit>? _units;
    private string? _next;
    private string? _fault;

    [SupplyParameterFromQuery]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? City { get; set; }

    [SupplyParameterFromQuery]
    private string? Beds { get; set; }

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    private bool Narrowed => Text is not null || City is not null || Beds is not null;

    private UnitQuery Query => new(
        City: City,
        BedsMin: decimal.TryParse(Beds, CultureInfo.InvariantCulture, out var beds) ? beds : null,
        BedsMax: decimal.TryParse(Beds, CultureInfo.InvariantCulture, out var most) ? most : null,
        Text: Text,
        Limit: PageSize);

    /// <summary>An import of thousands is many changes.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InventoryChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnParametersSetAsync()
    {
        (_text, _city, _beds) = (Text, City, Beds ?? "");
        if (Take<UnitPage>() is { } rendered)
        {
            Show(rendered);
            return Task.CompletedTask;
        }

        return LoadAsync();
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
            await Readings.ReadAsync(() => Api.SearchUnitsAsync(Query), page =>
            {
                Show(page);
                Keep(page);
            });
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
            await Readings.ChangeAsync(async () =>
            {
                var page = await Api.SearchUnitsAsync(Query with { Cursor = _next });
                _units!.AddRange(page.Items);
                (_next, _fault) = (page.Next, null);
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }
}
