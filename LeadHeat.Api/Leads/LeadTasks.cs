using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Leads;

/// <summary>What is to be done for a lead.</summary>
internal sealed class LeadTasks(LeadsDb db, LiveEvents live, TimeProvider clock)
{
    public async Task<Dictionary<string, string[]>?> CheckAssigneeAsync(Guid? assignee, CancellationToken cancellationToken) =>
        assignee is null || await db.Users.AnyAsync(user => user.Id == assignee, cancellationToken)
            ? null
            : new() { ["assigneeId"] = ["The team has no such member."] };

    public async Task<TaskView?> AddAsync(Guid leadId, AddTask task, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Leads.AnyAsync(lead => lead.Id == leadId, cancellationToken))
            return null;
        var now = clock.GetUtcNow();
        var added = new LeadTask
        {
            Id = Guid.CreateVersion7(now), LeadId = leadId, Title = task.Title.Trim(), DueAt = task.DueAt?.ToUniversalTime(), Status = LeadTaskStatus.Open,
            AssigneeId = task.AssigneeId, CreatedBy = actor.Id, CreatedAt = now,
        };
        db.Tasks.Add(added);
        db.Activities.Add(Activities.New(leadId, ActivityKind.TaskAdded, $"Added a task: {added.Title}", actor, now));
        await db.SaveChangesAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, leadId);
        return await ViewAsync(added, cancellationToken);
    }

    /// <summary>Null when there is no such task.</summary>
    /// <exception cref="RuleViolation">It was to move to somebody else's lead.</exception>
    public async Task<TaskView?> ChangeAsync(Guid leadId, Guid taskId, ChangeTask change, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var task = await db.Tasks.FromSql($"select * from tasks where id = {taskId} and lead_id = {leadId} for no key update")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (task is null)
            return null;

        Apply(change, task, actor);
        if (change.LeadId is { } other && other != leadId)
            await MoveAsync(task, other, actor, cancellationToken);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Publish(LiveEventKind.LeadChanged, leadId);
            if (task.LeadId != leadId)
                live.Publish(LiveEventKind.LeadChanged, task.LeadId);
        }

        return await ViewAsync(task, cancellationToken);
    }

    private async Task MoveAsync(LeadTask task, Guid to, Actor actor, CancellationToken cancellationToken)
    {
        var people = await db.Leads.Where(lead => lead.Id == task.LeadId || lead.Id == to).Select(lead => lead.ContactId).ToListAsync(cancellationToken);
        if (people is not [var one, var other] || one != other)
            throw new RuleViolation("A task moves to another lead of the same person only.");
        db.Activities.Add(Activities.New(task.LeadId, ActivityKind.Note, $"Moved a task to another lead of the same person: {task.Title}", actor, clock.GetUtcNow()));
        db.Activities.Add(Activities.New(to, ActivityKind.TaskAdded, $"Took a task over from another lead of the same person: {task.Title}", actor, clock.GetUtcNow()));
        task.LeadId = to;
    }

    private void Apply(ChangeTask change, LeadTask task, Actor actor)
    {
        var now = clock.GetUtcNow();
        task.Title = change.Title?.Trim() ?? task.Title;
        task.DueAt = change.DueAt?.ToUniversalTime() ?? task.DueAt;
        if (change.Status is not { } status || status == task.Status)
            return;
        task.Status = status;
        task.DoneAt = status == LeadTaskStatus.Done ? now : null;
        db.Activities.Add(status == LeadTaskStatus.Done
            ? Activities.New(task.LeadId, ActivityKind.TaskDone, $"Finished a task: {task.Title}", actor, now)
            : Activities.New(task.LeadId, ActivityKind.TaskAdded, $"Opened a task again: {task.Title}", actor, now));
    }

    private async Task<TaskView> ViewAsync(LeadTask task, CancellationToken cancellationToken) => new(
        task.Id, task.Title, task.DueAt, task.Status, task.AssigneeId,
        task.AssigneeId is null ? null : await db.Users.Where(user => user.Id == task.AssigneeId).Select(user => user.Name).SingleOrDefaultAsync(cancellationToken),
        task.CreatedAt, task.DoneAt);
}
