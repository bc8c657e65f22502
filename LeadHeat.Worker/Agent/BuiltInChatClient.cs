using System.Runtime.CompilerServices;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Records;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Core's planner as a model: it answers with the calls it wishes while it wishes any, then with the reply, a few words at a time.
/// It belongs to one turn and reads that turn's state, not the messages. Same turn, same answer, always.
/// </summary>
internal sealed class BuiltInChatClient(AgentTurn turn) : IChatClient
{
    private const int PieceLength = 40;
    public const string Provider = "leadheat";

    private static readonly ChatClientMetadata Metadata = new(Provider, defaultModelId: "built-in");

    /// <summary>The reply with all that goes with it, once it was given.</summary>
    public PlannedReply? Reply { get; private set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        if (Planner.Wishes(turn.Planned, turn.Findings) is { Count: > 0 } wishes)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. wishes.Select(Call)]);
            yield break;
        }

        Reply = Planner.Compose(turn.Planned, turn.Findings);
        foreach (var piece in Pieces(Reply.Reply))
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // There is nothing to let go.
    }

    private AIContent Call(ToolWish wish, int at) => new FunctionCallContent($"{turn.Findings.Done.Count + at + 1}", wish.Tool, ToolTexts.Arguments(wish));

    // A few words each, so that a reader sees it being written.
    private static IEnumerable<string> Pieces(string reply)
    {
        for (int start = 0, end; start < reply.Length; start = end)
        {
            var space = start + PieceLength < reply.Length ? reply.IndexOf(' ', start + PieceLength) : -1;
            end = space < 0 ? reply.Length : space + 1;
            yield return reply[start..end];
        }
    }
}
