using System.Net;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Turns;

/// <summary>One turn: what was understood, done, counted and said.</summary>
public sealed partial class TurnPage
{
    private TurnReport? _turn;
    private string? _fault;
    private bool _missing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    private string NoAnswer => _turn!.State switch
    {
        "silent" => "Nothing: a person had the conversation.",
        "dead" => "Nothing: the bot failed five times, and a person was called.",
        _ => "Nothing yet.",
    };

    protected override Task OnInitializedAsync()
    {
        _turn = Handover.Take<TurnReport>() is { } rendered && rendered.TurnId == Id ? rendered : null;
        return _turn is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            _turn = await Api.GetTurnAsync(Id);
            (_fault, _missing) = (null, false);
            if (!RendererInfo.IsInteractive)
                Handover.Keep(_turn);
        }
        catch (LeadHeatException refused)
        {
            _missing = refused.Status == HttpStatusCode.NotFound;
            _fault = refused.Title;
        }
    }
}
