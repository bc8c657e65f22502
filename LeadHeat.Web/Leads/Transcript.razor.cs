using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>The conversation: visitor left, bot and people right, a line for every day.</summary>
public sealed partial class Transcript
{
    /// <summary>Messages of one author within this time stand together under one name.</summary>
    private static readonly TimeSpan TogetherFor = TimeSpan.FromMinutes(3);

    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private ReaderClock Clock { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    private Task EarlierAsync() => State.LoadEarlierAsync();

    private async Task AgainAsync(PendingMessage message)
    {
        await State.SendAsync(message.Text, message.ClientMessageId);
        await Changed.InvokeAsync();
    }

    private async Task SendAgainAsync(MessageView message)
    {
        try
        {
            await State.SendAgainAsync(message.Id);
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not sent again: {refused.Message}");
        }
    }

    private async Task KeepWrongAsync(MessageView answer)
    {
        try
        {
            await State.KeepAsync(new KeepCase(MessageId: answer.Id));
            Notices.Say("Kept as a test case: the bot must not say this again.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not kept: {refused.Message}");
        }
    }

    private Task ForgetAsync(PendingMessage message)
    {
        State.Transcript.Forget(message.ClientMessageId);
        return Changed.InvokeAsync();
    }
}
