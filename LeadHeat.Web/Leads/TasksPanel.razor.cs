using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>What is to do for a lead: add, finish, take back.</summary>
public sealed partial class TasksPanel
{
    private string _title = "";
    private DateTime? _due;

    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private Notices Notices { get; init; } = null!;

    [Inject]
    private ReaderClock Clock { get; init; } = null!;

    private async Task AddAsync()
    {
        if (string.IsNullOrWhiteSpace(_title))
            return;
        var (title, due) = (_title.Trim(), _due is { } wall ? Clock.FromReader(wall) : (DateTimeOffset?)null);
        if (await DoAsync(() => State.AddTaskAsync(title, due)))
            (_title, _due) = ("", null);
    }

    private async Task ToggleAsync(TaskView task)
    {
        var done = task.Status == LeadTaskStatus.Open;
        if (await DoAsync(() => State.SetTaskAsync(task.Id, done ? LeadTaskStatus.Done : LeadTaskStatus.Open)) && done)
            Notices.SayUndo($"Done: {task.Title}", () => InvokeAsync(() => DoAsync(() => State.SetTaskAsync(task.Id, LeadTaskStatus.Open))));
    }

    private async Task<bool> DoAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not changed: {refused.Message}");
            return false;
        }
        finally
        {
            await Changed.InvokeAsync();
        }
    }
}
