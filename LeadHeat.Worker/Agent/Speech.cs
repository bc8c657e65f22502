using System.Text;
using LeadHeat.Worker.Models;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// What a client says in a turn, on its way to the reader. A hosted model's words go out in whole sentences, for each is read by the
/// guard first; our own go out as they are.
/// </summary>
internal sealed class Speech(AgentTurn turn, Action? spoken)
{
    private const int LongestReply = 4_000;

    private readonly ReplyGuard? _guard = turn.Agent == HostedAgent.Name ? new ReplyGuard(turn) : null;
    private readonly Sentences _sentences = new();
    private readonly StringBuilder _reply = new();
    private bool _begins;

    /// <summary>All that was said.</summary>
    public string Reply => _reply.ToString();

    /// <summary>What comes now stands apart from what was said before a tool call.</summary>
    public void Begin() => _begins = true;

    public void Hear(string words)
    {
        if (_guard is null)
            Say(words);
        else
            foreach (var sentence in _sentences.Add(words))
                Say(_guard.Pass(sentence));
    }

    public void End()
    {
        if (_guard is not null && _sentences.Rest() is { Length: > 0 } rest)
            Say(_guard.Pass(rest));
    }

    private void Say(string words)
    {
        if (words.Length == 0)
            return;
        if (_begins && _reply.Length > 0)
            words = "\n\n" + words.TrimStart();
        _begins = false;
        if (_reply.Append(words).Length > LongestReply)
            throw new ModelFailure(ModelFailure.BadAnswer);
        turn.Stream.Words(words);
        spoken?.Invoke();
    }
}
