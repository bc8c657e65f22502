using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Playground;

/// <summary>Where an admin tries the bot: one message for what it understands, or a whole conversation. The address holds the business, and nothing that was written.</summary>
public sealed partial class PlaygroundPage
{
    private PlaygroundState _state = null!;
    private bool _isAdmin = true;

    [SupplyParameterFromQuery]
    public string? Playbook { get; set; }

    /// <summary><c>conversation</c>, or one message.</summary>
    [SupplyParameterFromQuery]
    public string? Try { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private TeamSession Session { get; init; } = null!;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _state = new PlaygroundState(Api);
        _isAdmin = (await Session.GetMeAsync()).Role == "admin";
        if (_isAdmin)
            await _state.LoadAsync();
        _state.Choose(Playbook, Try == "conversation");
    }

    protected override void OnParametersSet() => _state.Choose(Playbook, Try == "conversation");

    private async Task RunAsync()
    {
        var running = _state.RunAsync();
        StateHasChanged();
        await running;
    }

    private void Go(string? playbook, bool conversation) => Address.NavigateTo(
        Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["playbook"] = playbook, ["try"] = conversation ? "conversation" : null }), replace: true);

    private string Selected(bool conversation) => _state.IsConversation == conversation ? "true" : "false";
}
