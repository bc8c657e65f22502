using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.People;

/// <summary>Whose lead it is: keys, other leads, and the way to unite them with somebody. Comes after the lead itself, so that nobody waits for it.</summary>
public sealed partial class PersonPanel
{
    private const int MostKeys = 8;
    private const int MostProposals = 3;
    private const int MostFound = 6;

    private ContactDetail? _person;
    private Guid? _shown;
    private bool _searching;
    private string _text = "";
    private IReadOnlyList<LeadRow>? _found;

    [Parameter, EditorRequired]
    public required Guid LeadId { get; set; }

    [Parameter, EditorRequired]
    public required Guid ContactId { get; set; }

    [Parameter, EditorRequired]
    public required string Playbook { get; set; }

    private IReadOnlyList<LeadRow> Others => [.. _person!.Leads.Where(lead => lead.Id != LeadId)];

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.MergesChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    protected override Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _shown == ContactId)
            return Task.CompletedTask;
        _shown = ContactId;
        return LoadAsync(CancellationToken.None);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Readings.ReadAsync(() => Api.GetContactAsync(ContactId, cancellationToken), person => _person = person);
        }
        catch (LeadHeatException)
        {
            // The lead is shown without it; its own fault says what is wrong.
            _person = null;
        }
    }

    private async Task FindAsync()
    {
        if (string.IsNullOrWhiteSpace(_text))
            return;
        await TryAsync(async () =>
        {
            var page = await Api.GetLeadsAsync(new LeadQuery(Text: _text.Trim(), Limit: MostFound * 2));
            _found = [.. page.Items.Where(lead => _person!.Leads.All(own => own.Id != lead.Id)).Take(MostFound)];
        });
    }

    private Task MergeAsync(LeadRow lead) => TryAsync(async () =>
    {
        var other = (await Api.GetLeadAsync(lead.Id)).Contact.Id;
        var merge = await Api.MergeContactsAsync(ContactId, other);
        (_searching, _text, _found) = (false, "", null);
        await LoadAsync(CancellationToken.None);
        Notices.SayUndo($"{lead.Name} is the same person now.", () => InvokeAsync(() => UndoAsync(merge)));
    });

    private Task UndoAsync(MergeView merge) => TryAsync(async () =>
    {
        var undone = await Api.UndoMergeAsync(merge.Id);
        await LoadAsync(CancellationToken.None);
        Notices.Say(undone.Fields.FirstOrDefault(field => field.Note is not null)?.Note ?? "They are two people again.");
    });

    // Both of one business, and both still to be worked on.
    private bool IsDuplicate(LeadRow lead) =>
        lead.Playbook == Playbook && IsOpen(lead) && _person!.Leads.Any(own => own.Id == LeadId && IsOpen(own));

    private static bool IsOpen(LeadRow lead) => lead.Status is not (LeadStatus.Won or LeadStatus.Lost);

    // What is still to be done for it is to be done for this one.
    private Task CloseAsync(LeadRow lead) => TryAsync(async () =>
    {
        TaskView[] open = [.. (await Api.GetLeadAsync(lead.Id)).Tasks.Where(task => task.Status == LeadTaskStatus.Open)];
        await MoveAsync(open, lead.Id, LeadId);
        await Api.ChangeLeadAsync(lead.Id, new ChangeLead(LeadStatus.Lost, LostReason: LostReasons.Duplicate));
        await LoadAsync(CancellationToken.None);
        Notices.SayUndo(
            "Closed as a duplicate of this lead." + (open.Length > 0 ? $" {Say.Plural(open.Length, "open task")} moved here." : ""), () => InvokeAsync(() => OpenAgainAsync(lead, open)));
    });

    private Task OpenAgainAsync(LeadRow lead, TaskView[] moved) => TryAsync(async () =>
    {
        await Api.ChangeLeadAsync(lead.Id, new ChangeLead(lead.Status));
        await MoveAsync(moved, LeadId, lead.Id);
        await LoadAsync(CancellationToken.None);
    });

    private async Task MoveAsync(TaskView[] tasks, Guid from, Guid to)
    {
        foreach (var task in tasks)
            await Api.ChangeTaskAsync(from, task.Id, new ChangeTask(LeadId: to));
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not done: {refused.Message}");
        }
        finally
        {
            StateHasChanged();
        }
    }
}
