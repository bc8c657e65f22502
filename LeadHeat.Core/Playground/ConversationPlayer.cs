using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Playground;

/// <summary>Plays a visitor's messages through the whole agent. Pure but for the tools: the same messages, playbook, time and units give the same conversation.</summary>
public sealed class ConversationPlayer(Playbook playbook, TurnTools tools, DateTimeOffset start)
{
    private const int SecondsBetween = 20;

    // Always the same conversation, so that phrasings are, too.
    private static readonly Guid Conversation = new(7, 0, 0, new byte[8]);
    private readonly List<MessageView> _history = [];
    private readonly List<PlayedReply> _replies = [];
    private IReadOnlyList<UnitMatch> _matches = [];
    private Handling _handling = Handling.Bot;

    /// <summary>What is known so far.</summary>
    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    /// <summary>Where the dialogue stands.</summary>
    public DialogueState Dialogue { get; private set; } = DialogueState.Start;

    /// <summary>The answers so far.</summary>
    public IReadOnlyList<PlayedReply> Replies => _replies;

    /// <summary>The last turn with all that it found; null before the first.</summary>
    public AnsweredTurn? Last { get; private set; }

    private DateTimeOffset Now => start.AddSeconds(SecondsBetween * _replies.Count);

    /// <summary>Plays a conversation to its end.</summary>
    public static async ValueTask<PlayedConversation> PlayAsync(
        Playbook playbook, IReadOnlyList<string> messages, TurnTools tools, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var player = new ConversationPlayer(playbook, tools, start);
        foreach (var message in messages)
            await player.SayAsync(message, cancellationToken).ConfigureAwait(false);
        return player.Result();
    }

    /// <summary>The visitor says one thing.</summary>
    public async ValueTask<PlayedReply> SayAsync(string text, CancellationToken cancellationToken)
    {
        var messageId = IdOf(_history.Count + 1);
        var context = new TurnContext(
            IdOf(-_replies.Count - 1), Conversation, Guid.Empty, 1, 1, playbook.Name, Channel.Web, Now, messageId, text,
            [.. _history.TakeLast(TurnLimits.History)], Facts, Dialogue, [], null, _handling);
        Last = await TurnLoop.AnswerAsync(context, playbook, tools, cancellationToken).ConfigureAwait(false);
        var reply = Last.Reply;
        // As an outcome is stored.
        Facts = FactMerge.Merge(Facts, reply.Facts, correction: true).All;
        Dialogue = reply.Dialogue;
        _handling = reply.Handoff is null ? _handling : Handling.Queued;
        _matches = reply.Matches.Count > 0 ? reply.Matches : _matches;
        _history.Add(new(messageId, MessageAuthor.Visitor, null, text, [], [], [], null, Now));
        _history.Add(new(IdOf(_history.Count + 1), MessageAuthor.Bot, null, reply.Reply, reply.Chips, reply.Matches, [], null, Now));
        var score = Score();
        _replies.Add(new(text, reply.Reply, reply.Chips, reply.Matches, reply.Handoff, Dialogue.Stage, score.Score, score.Heat, Tracer.Of(Last)));
        return _replies[^1];
    }

    /// <summary>What became of it.</summary>
    public PlayedConversation Result()
    {
        var score = Score();
        return new(
            playbook.Name, playbook.Version,
            Facts.Where(fact => !fact.Value.IsEmpty).ToDictionary(fact => fact.Field, fact => PlainValue.Of(fact, playbook.Field(fact.Field))),
            Dialogue.CustomerType, Dialogue.Stage, score.Heat, score.Score, score.Qualified, score.Ledger, Last?.Reply.NextStep ?? score.NextStep,
            _replies.Select(reply => reply.Handoff).FirstOrDefault(handoff => handoff is not null), _replies, [.. Facts.Where(fact => !fact.Value.IsEmpty)], Dialogue);
    }

    private Qualification Score() => playbook.Scorecard.Evaluate(new(Facts, _matches, [], Now, Dialogue));

    private static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
