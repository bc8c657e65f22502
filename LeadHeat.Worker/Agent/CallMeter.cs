using LeadHeat.Core.Records;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Agent;

/// <summary>Measures one call of a hosted model: how long, how many tokens, how it ended.</summary>
internal sealed class CallMeter(AgentTurn turn, string model, List<ChatMessage> messages, TimeProvider clock)
{
    public const string Done = "done";

    // About what providers' tokenizers make of English; only for calls that broke off before they said.
    private const int CharactersInToken = 4;

    private readonly long _began = clock.GetTimestamp();
    private readonly DateTimeOffset _at = clock.GetUtcNow();

    /// <summary>What has come so far.</summary>
    public List<AIContent> Contents { get; } = [];

    public void End(string outcome)
    {
        var usage = Contents.OfType<UsageContent>().LastOrDefault()?.Details;
        // What was refused before it began costs nothing; what had begun is paid for, also when the end of it is missing.
        var (input, output) = usage is not null ? ((int)(usage.InputTokenCount ?? 0), (int)(usage.OutputTokenCount ?? 0))
            : Contents.Count > 0 ? (Estimate(messages.Sum(message => message.Text.Length)), Estimate(Contents.OfType<TextContent>().Sum(text => text.Text.Length)))
            : (0, 0);
        turn.Log.Add(new ModelCall(model, _at, Math.Round(clock.GetElapsedTime(_began).TotalMilliseconds, 1), input, output, outcome));
    }

    private static int Estimate(int characters) => (characters + CharactersInToken - 1) / CharactersInToken;
}
