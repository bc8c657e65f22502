using System.Text;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Grounding;
using LeadHeat.Worker.Models;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// What a client says in a turn, on its way to the reader: in whole sentences, for each is read by the guards first. What a sentence claims has to be in
/// the turn's evidence, whoever says it; a hosted model's is read for what no reply may carry, too.
/// </summary>
internal sealed class Speech(AgentTurn turn, Action? spoken)
{
    private const int LongestReply = 4_000;

    private readonly ReplyGuard? _guard = turn.Agent == HostedAgent.Name ? new ReplyGuard(turn) : null;
    private readonly Sentences _sentences = new();
    private readonly StringBuilder _reply = new();
    private bool _begins;
    private (ToolFindings Findings, Evidence Evidence)? _known;

    /// <summary>All that was said.</summary>
    public string Reply => _reply.ToString();

    /// <summary>What comes now stands apart from what was said before a tool call.</summary>
    public void Begin() => _begins = true;

    public void Hear(string words)
    {
        foreach (var sentence in _sentences.Add(words))
            Say(Pass(sentence));
    }

    public void End()
    {
        if (_sentences.Rest() is { Length: > 0 } rest)
            Say(Pass(rest));
    }

    private string Pass(string sentence)
    {
        var allowed = _guard?.Pass(sentence) ?? sentence;
        if (ClaimsGuard.Judge(allowed, Known()) is not { } verdict)
            return allowed;
        turn.Removed.Add(verdict);
        return "";
    }

    // What tools find between two sentences counts from the second on.
    private Evidence Known()
    {
        if (_known is not { } known || !ReferenceEquals(known.Findings, turn.Findings))
            _known = known = (turn.Findings, Evidence.Of(turn.Planned, turn.Findings, ownWords: _guard is null));
        return known.Evidence;
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
