using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>In one line who it is, what they want, by when and for how much; and where the lead stands.</summary>
public sealed partial class LeadHeader
{
    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamMember> Team { get; set; }

    [Parameter, EditorRequired]
    public required string Back { get; set; }

    [Parameter]
    public string? Next { get; set; }

    [Parameter]
    public bool SideOpen { get; set; }

    [Parameter]
    public EventCallback SideToggled { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private Notices Notices { get; init; } = null!;

    private LeadRow Lead => State.Detail!.Lead;

    private string Sentence => Sentences.Of(State.Detail!);

    private Task StageAsync(ChangeEventArgs chosen) =>
        Words.TryParse<LeadStatus>(chosen.Value as string, out var status) ? StageAsync(status, undoes: false) : Task.CompletedTask;

    private async Task StageAsync(LeadStatus status, bool undoes)
    {
        var before = Lead.Status;
        await DoAsync(
            () => State.SetStatusAsync(status),
            undoes ? null : ($"{Lead.Name} moved to {Say.Status(status)}.", () => StageAsync(before, undoes: true)));
    }

    private Task AssignAsync(ChangeEventArgs chosen) =>
        AssignAsync(Team.FirstOrDefault(member => member.Id.ToString() == chosen.Value as string), undoes: false);

    private async Task AssignAsync(TeamMember? owner, bool undoes)
    {
        var before = Lead.OwnerId is { } id ? Team.FirstOrDefault(member => member.Id == id) : null;
        await DoAsync(
            () => State.SetOwnerAsync(owner),
            undoes ? null : (owner is null ? $"{Lead.Name} has no owner now." : $"{Lead.Name} goes to {owner.Name}.", () => AssignAsync(before, undoes: true)));
    }

    private async Task DoAsync(Func<Task> change, (string Text, Func<Task> Undo)? done)
    {
        try
        {
            var task = change();
            await Changed.InvokeAsync();
            await task;
            if (done is { } said)
                Notices.SayUndo(said.Text, () => InvokeAsync(said.Undo));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not changed: {refused.Message}");
        }

        await Changed.InvokeAsync();
    }
}
