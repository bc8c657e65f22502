using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Leads;

/// <summary>What people change of a lead. Every change that is one writes a line of the timeline.</summary>
internal sealed class LeadChanges(LeadsDb db, LiveEvents live, TimeProvider clock)
{
    public async Task<Dictionary<string, string[]>> CheckAsync(ChangeLead change, CancellationToken cancellationToken)
    {
        Dictionary<string, string[]> errors = [];
        if (change.LostReason is not null && change.Status is not (null or LeadStatus.Lost))
            errors["lostReason"] = ["Only a lost lead has one: set status to lost."];
        if (change is { OwnerId: not null, Unassign: true })
            errors["unassign"] = ["Say either ownerId or unassign."];
        if (change.OwnerId is { } owner && !await db.Users.AnyAsync(user => user.Id == owner, cancellationToken))
            errors["ownerId"] = ["The team has no such member."];
        return errors;
    }

    public async Task ApplyAsync(Guid id, ChangeLead change, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(id, cancellationToken) is not { } lead)
            return;

        var now = clock.GetUtcNow();
        var before = Words(lead);
        ChangeStatus(lead, change, actor, now);
        await ChangeOwnerAsync(lead, change, actor, now, cancellationToken);
        if (!db.ChangeTracker.HasChanges())
            return;
        lead.LastActivityAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await using var audit = transaction.CreateBatch();
        await audit.ThenAudit(actor, new("lead.changed", "lead", id) { Before = before, After = Words(lead) }, clock).ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, id, lead.ConversationId);
    }

    private static JsonObject Words(Lead lead) => new() { ["status"] = Core.Wire.Words.Of(lead.Status), ["owner"] = lead.OwnerId?.ToString() };

    // A turn's outcome changes the same row: whoever comes second sees what the first has written.
    private Task<Lead?> LockAsync(Guid id, CancellationToken cancellationToken) => db.Leads
        .FromSql($"select * from leads where id = {id} for no key update").AsTracking().SingleOrDefaultAsync(cancellationToken);

    private void ChangeStatus(Lead lead, ChangeLead change, Actor actor, DateTimeOffset now)
    {
        if (change.Status is { } status && status != lead.Status)
        {
            db.Activities.Add(Activities.New(lead.Id, ActivityKind.StatusChanged, Describe(lead.Status, status, change.LostReason), actor, now));
            lead.Status = status;
            lead.StatusSince = now;
            lead.LostReason = null;
        }

        if (change.LostReason is { } reason)
            lead.LostReason = lead.Status == LeadStatus.Lost ? reason : throw new RuleViolation("Only a lost lead has a reason for being lost.");
    }

    private async Task ChangeOwnerAsync(Lead lead, ChangeLead change, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = change.Unassign ? null : change.OwnerId ?? lead.OwnerId;
        if (owner == lead.OwnerId)
            return;
        var name = owner is null ? null : await db.Users.Where(user => user.Id == owner).Select(user => user.Name).SingleAsync(cancellationToken);
        var text = name is null ? "Took the owner away" : owner == actor.Id ? "Took the lead" : $"Gave the lead to {name}";
        db.Activities.Add(Activities.New(lead.Id, ActivityKind.OwnerChanged, text, actor, now));
        lead.OwnerId = owner;
    }

    private static string Describe(LeadStatus from, LeadStatus to, string? lostReason) =>
        $"Moved from {Core.Wire.Words.Of(from)} to {Core.Wire.Words.Of(to)}" + (to == LeadStatus.Lost && lostReason is not null ? $": {lostReason}" : "");
}
