using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web;

/// <summary>The root of a reader's pages, and where the circuit learns the reader's time zone and which visit it belongs to.</summary>
public sealed partial class Pages
{
    [Parameter]
    public string? Zone { get; set; }

    [Parameter, EditorRequired]
    public required string Visit { get; set; }

    [Inject]
    private Handover Handover { get; init; } = null!;

    [Inject]
    private ReaderClock Clock { get; init; } = null!;

    protected override void OnInitialized()
    {
        Clock.SetZone(Zone);
        Handover.Begin(Visit);
    }
}
