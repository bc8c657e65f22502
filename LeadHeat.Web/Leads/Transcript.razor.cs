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

    private Task EarlierAsync() => State.LoadEarlierAsync();

    private async Task AgainAsync(PendingMessage message)
    {
        await State.SendAsync(message.Text, message.ClientMessageId);
        await Changed.InvokeAsync();
    }

    private Task ForgetAsync(PendingMessage message)
    {
        State.Transcript.Forget(message.ClientMessageId);
        return Changed.InvokeAsync();
    }
}
