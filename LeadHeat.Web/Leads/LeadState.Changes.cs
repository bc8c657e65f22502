using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Leads;

public sealed partial class LeadState
{
    private Task _sending = Task.CompletedTask;

    /// <summary>Sends a person's answer. False when it was refused: it stays, with the reason, to be tried again.</summary>
    public async Task<bool> SendAsync(string text, string? again = null, CancellationToken cancellationToken = default)
    {
        var message = new PendingMessage(again ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), text, clock.GetUtcNow());
        var sending = _readings.ChangeAsync(() => SendAsync(message, cancellationToken));
        _sending = Task.WhenAll(_sending, sending);
        await sending;
        return Transcript.Pending.All(pending => pending.ClientMessageId != message.ClientMessageId);
    }

    private async Task SendAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        Transcript.Send(message);
        var before = Detail!.Lead.Handling;
        Show(lead => lead with { Handling = Handling.Human, WaitingSince = null });
        try
        {
            Transcript.Confirm(message.ClientMessageId, await api.SendMessageAsync(id, new SendMessage(message.Text, message.ClientMessageId, Detail.Owner?.Version), cancellationToken));
        }
        catch (LeadHeatException refused)
        {
            Transcript.Refuse(message.ClientMessageId, refused.Message);
            Show(lead => lead with { Handling = before });
        }
    }

    /// <summary>Sends a template; the bot falls silent.</summary>
    public Task SendTemplateAsync(WhatsAppTemplate template, IReadOnlyList<string> values, CancellationToken cancellationToken = default) =>
        SendForAsync(clientId => api.SendTemplateAsync(id, new(template.Name, template.Language, values, clientId, Detail!.Owner?.Version), cancellationToken));

    /// <summary>Sends our questions as a form; the bot falls silent.</summary>
    public Task SendFormAsync(CancellationToken cancellationToken = default) =>
        SendForAsync(clientId => api.SendFlowAsync(id, new(clientId, Detail!.Owner?.Version), cancellationToken));

    private Task SendForAsync(Func<string, Task<MessageView>> send) => _readings.ChangeAsync(async () =>
    {
        var clientId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        Transcript.Confirm(clientId, await send(clientId));
        Show(lead => lead with { Handling = Handling.Human, WaitingSince = null });
    });

    /// <summary>Sends a message again that was not delivered.</summary>
    public async Task SendAgainAsync(Guid message, CancellationToken cancellationToken = default)
    {
        await api.ResendMessageAsync(id, message, cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    public Task SetStatusAsync(LeadStatus status, CancellationToken cancellationToken = default) => ChangeAsync(
        lead => lead with { Status = status },
        async () => Take(await api.ChangeLeadAsync(id, new ChangeLead(Status: status), cancellationToken)));

    public Task SetOwnerAsync(TeamMember? owner, CancellationToken cancellationToken = default) => ChangeAsync(
        lead => lead with { OwnerId = owner?.Id, OwnerName = owner?.Name },
        async () => Take(await api.ChangeLeadAsync(id, new ChangeLead(OwnerId: owner?.Id, Unassign: owner is null), cancellationToken)));

    public Task SetHandlingAsync(Handling handling, CancellationToken cancellationToken = default) => ChangeAsync(
        lead => lead with { Handling = handling },
        async () =>
        {
            // An answer that is on its way takes the conversation over: who gives it back meanwhile does so after it.
            await _sending;
            await api.ChangeHandlingAsync(id, handling, Detail!.Owner?.Version, cancellationToken);
        });

    public Task SetScoreAsync(int score, string reason, CancellationToken cancellationToken = default) => _readings.ChangeAsync(async () =>
        Take(await api.QualifyAsync(id, new QualifyByHand(score, reason), cancellationToken)));

    public Task SetFactAsync(string field, string text, CancellationToken cancellationToken = default) => _readings.ChangeAsync(async () =>
    {
        var fact = await api.SetFactAsync(id, field, new SetFact(text), cancellationToken);
        Detail = Detail! with { Facts = [.. Detail.Facts.Where(other => other.Field != field), fact] };
    });

    /// <summary>Keeps a correction as a case of the evals.</summary>
    public Task KeepAsync(KeepCase keep, CancellationToken cancellationToken = default) => api.KeepCaseAsync(id, keep, cancellationToken);

    public Task AddTaskAsync(string title, DateTimeOffset? due, CancellationToken cancellationToken = default) => _readings.ChangeAsync(async () =>
    {
        var task = await api.AddTaskAsync(id, new AddTask(title, due), cancellationToken);
        ShowTasks(tasks => tasks.Any(other => other.Id == task.Id) ? tasks : [.. tasks, task]);
    });

    public Task SetTaskAsync(Guid task, LeadTaskStatus status, CancellationToken cancellationToken = default) => _readings.ChangeAsync(async () =>
    {
        var before = Detail!.Tasks;
        ShowTasks(tasks => tasks.Select(other => other.Id == task ? other with { Status = status } : other));
        try
        {
            await api.ChangeTaskAsync(id, task, new ChangeTask(status), cancellationToken);
        }
        catch (LeadHeatException)
        {
            ShowTasks(_ => before);
            throw;
        }
    });

    private Task ChangeAsync(Func<LeadRow, LeadRow> show, Func<Task> change) => _readings.ChangeAsync(async () =>
    {
        var before = Detail!.Lead;
        Show(show);
        try
        {
            await change();
        }
        catch (LeadHeatException)
        {
            Show(_ => before);
            throw;
        }
    });

    private void Show(Func<LeadRow, LeadRow> change) => Detail = Detail! with { Lead = change(Detail.Lead) };

    private void ShowTasks(Func<IEnumerable<TaskView>, IEnumerable<TaskView>> change) => Detail = Detail! with { Tasks = [.. change(Detail.Tasks)] };
}
