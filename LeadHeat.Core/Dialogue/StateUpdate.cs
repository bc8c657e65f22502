using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>How messages move a dialogue's state.</summary>
internal static class StateUpdate
{
    /// <summary>Marks in <see cref="DialogueState.Fired"/>, and names in <see cref="DialogueState.Requests"/>.</summary>
    public const string Visit = "visit";
    public const string Call = "call";
    public const string Brochure = "brochure";
    public const string Check = "check";
    public const string OfferedAgain = "offered_again";
    public const string Lost = "lost";
    public const string Urgency = "urgency";
    public const string Spam = "spam";

    /// <summary>Marks of one who buys nothing, and of one who always writes in capitals.</summary>
    public const string NotBuying = "not_buying";
    public const string Capitals = "capitals";

    /// <summary>The mark of one who has just taken leave.</summary>
    public const string Left = "left";

    /// <summary>The mark of one who has just asked whether we are a person.</summary>
    public const string AskedWhoWeAre = "asked_who_we_are";

    /// <summary>Marks of one who does not want to be asked, and of one who was offered a person for a question.</summary>
    public const string NoQuestions = "no_questions";
    public const string OfferedPerson = "offered_person";

    /// <summary>The name in <see cref="DialogueState.Requests"/> that counts how often something was refused.</summary>
    public const string Refusal = "refusal";

    /// <summary>A question whose answer is no fact: whether to visit, to talk to a person, which address is right.</summary>
    public const string AskedOffer = "offer";
    public const string AskedPerson = "person";
    public const string AskedEmail = "email_check";
    public const string AskedDay = "day";
    public const string AskedOtherDay = "other_day";
    public const string AskedOtherArea = "other_area";

    /// <summary>What the message alone changes.</summary>
    public static DialogueState OnMessage(DialogueState state, Understood message, IReadOnlyList<string> doubts, MergedFacts facts, Playbook playbook)
    {
        var asks = message.Has(Cues.Question);
        string[] kept = [.. state.Fired.Where(mark => !IsOver(mark, message))];
        var after = state with
        {
            Fired = [.. kept, .. Marks(state, message).Except(kept)],
            Refused = [.. state.Refused.Union(message.RefusedFields).Union(message.LeftOpen).Except(message.Values.Select(value => value.Field))],
            Frustration = Mood.After(message, state.Frustration),
            Sentiment = message.Sentiment,
            Turns = state.Turns + 1,
            Questions = state.Questions + (asks ? 1 : 0),
            Characters = state.Characters + message.Text.Length,
            Objections = doubts.Aggregate(state.Objections, Counted),
            Signals = BehaviourSignals.In(message, playbook).Aggregate(state.Signals, Counted),
            SideQuestions = asks && facts.Changed.Count == 0 ? state.SideQuestions + 1 : facts.Changed.Count > 0 ? 0 : state.SideQuestions,
            Unwanted = UnwantedAfter(state.Unwanted ?? [], message),
            Discussed = message.Topic is { } topic && !(state.Discussed?.Contains(topic) ?? false) ? [.. state.Discussed ?? [], topic] : state.Discussed,
        };
        after = after with { Engagement = EngagementOf(after, message, facts.All) };
        var situation = new Situation(facts.All, after, message, doubts, null, 0);
        return after with { CustomerType = playbook.CustomerTypes.FirstOrDefault(type => situation.Holds(type.When))?.Name ?? state.CustomerType };
    }

    // What is wished for later is no longer unwanted.
    private static Unwanted[]? UnwantedAfter(IReadOnlyList<Unwanted> before, Understood message) =>
        before.Union(message.Unwanted).Where(unwanted => message.Find(unwanted.Field)?.Value.Items?.Contains(unwanted.Value) != true).ToArray() is { Length: > 0 } left ? left : null;

    // A question whether we are a person is remembered for one message.
    private static bool IsOver(string mark, Understood message) => mark == AskedWhoWeAre || (mark == NotBuying && message.Has(Cues.Search));

    private static IEnumerable<string> Marks(DialogueState state, Understood message)
    {
        if (message.Has(Cues.NotBuying))
            yield return NotBuying;
        if (message.Has(Cues.IsBot))
            yield return AskedWhoWeAre;
        if (Temper.IsShouting(message.Text) && (state.Turns == 0 && !Mood.IsAngry(message) || !message.IsLoud))
            yield return Capitals;
    }

    /// <summary>A clean slate, but for what was refused about the person and for how much was said.</summary>
    public static DialogueState StartedOver(DialogueState state) => DialogueState.Start with
    {
        Refused = [.. state.Refused.Where(field => field is FactFields.Name or FactFields.Email or FactFields.Phone)],
        Frustration = state.Frustration,
        Turns = state.Turns,
        Questions = state.Questions,
        Characters = state.Characters,
        Requests = state.Requests,
        Objections = state.Objections,
        Signals = state.Signals,
    };

    /// <summary>The counts with one more of this.</summary>
    public static IReadOnlyDictionary<string, int> Counted(IReadOnlyDictionary<string, int>? counts, string what) =>
        new Dictionary<string, int>(counts ?? new Dictionary<string, int>(), StringComparer.Ordinal) { [what] = (counts?.GetValueOrDefault(what) ?? 0) + 1 };

    /// <summary>Where the visitor is on the way: who takes a step decides, who looks at something or doubts it weighs.</summary>
    public static ConversationPhase PhaseOf(DialogueState state, LeadScoreResult? score, int cardsSeen)
    {
        if (state.Requested(Visit) > 0 || state.Requested(Call) > 0 || (score is { Qualified: true } && cardsSeen > 0 && state.Turns > 2))
            return ConversationPhase.Decision;
        return cardsSeen > 0 || state.Objections is { Count: > 0 } || state.Questions > 2 || score is { Score: >= 40 } ? ConversationPhase.Consideration : ConversationPhase.Awareness;
    }

    /// <summary>The highest stage whose signals are there; a conversation does not fall back. Who has trouble with what he has, or buys nothing, comes no step nearer.</summary>
    public static DialogueStage StageOf(Situation situation, Playbook playbook, ServiceTalk service)
    {
        var stage = situation.State.Stage;
        if (service != ServiceTalk.None || Outsider.In(situation.State.Fired, playbook) is { Keeps: false })
            return stage;
        foreach (var rule in playbook.Stages)
        {
            if (rule.Stage > stage && situation.Holds(rule.When))
                stage = rule.Stage;
        }
        return stage;
    }

    // Half a point a message, question and fact, more for long messages; a good mood helps, a bad one does not.
    private static int EngagementOf(DialogueState state, Understood message, IReadOnlyList<Fact> facts)
    {
        var points = Math.Min(4, state.Turns) + Math.Min(4, state.Questions) + Math.Min(8, facts.Count(fact => !fact.Value.IsEmpty));
        if (state.Characters > state.Turns * 50)
            points += 2;
        points += message.Sentiment switch { Sentiment.Excited => 4, Sentiment.Positive => 2, Sentiment.Negative => -2, Sentiment.Frustrated => -4, _ => 0 };
        return Math.Clamp(points / 2, 0, 10);
    }
}
