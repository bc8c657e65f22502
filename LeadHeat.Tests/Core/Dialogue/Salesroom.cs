using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Plays a visitor's messages through the planner, with tools over a few units.</summary>
internal sealed class Salesroom(
    Playbook playbook, int conversation = 1, Func<KnowledgeQuery, CancellationToken, ValueTask<IReadOnlyList<KnowledgeHit>?>>? documents = null,
    IReadOnlyList<Unit>? units = null)
{
    private readonly Guid _conversation = new(conversation, 1, 2, new byte[8]);
    private readonly TurnTools _tools = TurnTools.Over(units ?? Units) with { Read = documents };
    private List<MessageView> _history = [];

    public IReadOnlyList<Fact> Facts { get; private set; } = [];
    public DialogueState Dialogue { get; private set; } = DialogueState.Start;
    public AnsweredTurn Last { get; private set; } = null!;
    public ToolFindings Findings => Last.Findings;
    public PlannedReply Reply { get; private set; } = null!;
    public Qualification Score => playbook.Scorecard.Evaluate(Planner.ScoringOf(Last.Turn, Findings));

    public static readonly IReadOnlyList<Unit> Units =
    [
        Unit(1, "Bangalore", "Whitefield", "apartment", 2, 14_500_000, "INR", "parking", "gym"),
        Unit(2, "Bangalore", "Whitefield", "apartment", 2, 17_800_000, "INR", "parking", "balcony"),
        Unit(3, "Bangalore", "Whitefield", "apartment", 2, 19_500_000, "INR"),
        Unit(4, "Bangalore", "Whitefield", "apartment", 2, 18_200_000, "INR"),
        Unit(5, "Bangalore", "Whitefield", "villa", 4, 42_000_000, "INR"),
        Unit(6, "Bangalore", "Kadugodi", "apartment", 2, 9_800_000, "INR"),
        Unit(7, "Bangalore", "Indiranagar", "apartment", 3, 31_000_000, "INR"),
        Unit(8, "Dubai", "Dubai Marina", "apartment", 1, 1_350_000, "AED", "sea view"),
        Unit(9, "Dubai", "Dubai Marina", "apartment", 2, 2_200_000, "AED"),
    ];

    /// <summary>Says one thing; the reply is the answer.</summary>
    public PlannedReply Say(string text) => Say(text, Said.Now);

    /// <summary>Says one thing at some time.</summary>
    public PlannedReply Say(string text, DateTimeOffset at) => Say(text, at, new Guid(_history.Count + 1, 0, 0, new byte[8]));

    /// <summary>Sends a form: what it tells is stored with its message, before that is answered.</summary>
    public PlannedReply Fill(params (string Field, FactValue Value, string Answer)[] answers)
    {
        var (message, text, told) = (new Guid(_history.Count + 1, 0, 0, new byte[8]), "", new List<Fact>());
        foreach (var (field, value, answer) in answers)
        {
            text += $"{(text.Length > 0 ? "\n" : "")}{field}: ";
            told.Add(new(field, value, answer, FactSource.Form, 1, Said.Now, [new(message, text.Length, answer.Length, answer)]));
            text += answer;
        }
        Facts = [.. Facts.Where(known => told.All(fact => fact.Field != known.Field)), .. told];
        return Say(text, Said.Now, message);
    }

    private PlannedReply Say(string text, DateTimeOffset at, Guid message)
    {
        var context = new TurnContext(
            Guid.Empty, _conversation, Guid.Empty, 1, 1, playbook.Name, Channel.Web, at, message, text, [.. _history.TakeLast(TurnLimits.History)],
            Facts, Dialogue, [], null);
        Last = TurnLoop.AnswerAsync(context, playbook, _tools, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Reply = Last.Reply;
        (Facts, Dialogue) = (FactMerge.Merge(Facts, Reply.Facts, correction: true).All, Reply.Dialogue);
        _history = [.. _history, View(message, MessageAuthor.Visitor, text, [], at), View(new(_history.Count + 2, 0, 0, new byte[8]), MessageAuthor.Bot, Reply.Reply, Reply.Matches, at)];
        return Reply;
    }

    public Salesroom After(params string[] messages)
    {
        foreach (var message in messages)
            Say(message);
        return this;
    }

    public string? Known(string field) => Facts.FirstOrDefault(fact => fact.Field == field && !fact.Value.IsEmpty)?.Display;

    private static MessageView View(Guid id, MessageAuthor author, string text, IReadOnlyList<UnitMatch> cards, DateTimeOffset at) =>
        new(id, author, null, text, [], cards, [], null, at);

    private static Unit Unit(int number, string city, string area, string type, decimal beds, decimal price, string currency, params string[] features) =>
        new(new(number, 9, 9, new byte[8]), $"U{number}", $"Home {number}", "", city, area, type, beds, beds, 60 + (30 * beds), price, currency, features, true, Said.Now);
}
