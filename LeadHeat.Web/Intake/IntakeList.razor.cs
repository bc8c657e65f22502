using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Turns;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Intake;

/// <summary>Things that came in, with why they are not handled; one can be opened to see what came.</summary>
public sealed partial class IntakeList
{
    // Beyond it a browser gets slow, and nobody reads on.
    private const int LongestBody = 50_000;

    private Guid? _open;
    private string? _body;
    private string? _letIn;
    private string? _signedBy;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Note { get; set; }

    [Parameter, EditorRequired]
    public required IntakePart Part { get; set; }

    [Parameter, EditorRequired]
    public required IntakeState State { get; set; }

    /// <summary>Says of each what became of it: they are of several states.</summary>
    [Parameter]
    public bool WithState { get; set; }

    [Parameter]
    public EventCallback<InboundItem> TryAgain { get; set; }

    [Parameter]
    public EventCallback More { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    private async Task OpenAsync(InboundItem item)
    {
        if (_open == item.Id)
        {
            _open = null;
            return;
        }

        try
        {
            var detail = await Api.GetInboundAsync(item.Id);
            var body = Pretty.Json(detail.Body);
            (_letIn, _signedBy) = (IntakeWords.LetIn(detail.Verdict), detail.SignedBy);
            _body = body.Length <= LongestBody ? body : body[..LongestBody] + "\n… and more";
        }
        catch (LeadHeatException refused)
        {
            (_body, _letIn, _signedBy) = (refused.Message, null, null);
        }

        _open = item.Id;
    }
}
