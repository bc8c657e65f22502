using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells an existing customer's trouble from a wish to buy: a person takes it at once, and nobody sells or asks questions.</summary>
internal static class ServiceCase
{
    /// <summary>Why such a conversation is handed over.</summary>
    public const string Reason = "Service: trouble with what they have from us";

    private static readonly string[] Kept = [FactFields.Name, FactFields.Email, FactFields.Phone, FactFields.Company, Scan.CustomerType];

    private const string PainPoints = "pain_points";
    private const string Existing = "existing";

    // That they have something from us, or had trouble with it.
    private const string Mark = "customer";

    /// <summary>What the message is to service. Who is on the way to buy tells of his trouble as a reason.</summary>
    public static ServiceTalk Of(Understood message, TurnContext context, Playbook playbook)
    {
        var (words, isKnown) = (playbook.Service, context.Dialogue.Fired.Contains(Mark) && !Buys(message));
        if (context.Handling == Handling.Queued && isKnown)
            return ServiceTalk.Waiting;
        if (context.Dialogue.Stage >= DialogueStage.IntentConfirmed)
            return ServiceTalk.None;
        // What a known customer complains of is about what he has. "He was stuck in a lift once" is why somebody wants a house.
        return Tells(message.Text, words, mayBeFault: isKnown || !HasWish(context)) || (isKnown && message.Intent == Intent.Complaint && !message.Has(Cues.Search)) ? ServiceTalk.Trouble
            : !message.Has(Cues.Search) && !words.More.AreIn(message.Text) && Clauses(message.Text, words).Any(clause => words.Owned.AreIn(clause) && !Asking.InGeneral(clause)) ? ServiceTalk.Owning : ServiceTalk.None;
    }

    /// <summary>The state that the message meets: a customer stays one until he looks for something again.</summary>
    public static DialogueState Before(DialogueState state, Understood message, ServiceTalk talk) =>
        state.Fired.Contains(Mark) ? Buys(message) ? state with { Fired = [.. state.Fired.Where(mark => mark != Mark)] } : state
        : talk is ServiceTalk.Trouble or ServiceTalk.Owning ? state with { Fired = [.. state.Fired, Mark] } : state;

    /// <summary>What such a message tells of the person and his trouble: that he is a customer, where the playbook tells those apart. What is broken or theirs already is no wish.</summary>
    public static IReadOnlyList<Fact> Facts(IReadOnlyList<Fact> found, ServiceTalk talk, Understood message, TurnContext context, Playbook playbook)
    {
        Fact[] kept = [.. found.Where(fact => Kept.Contains(fact.Field) || fact.Field == FactFields.City && playbook.HomeCities.Count > 0 || (talk == ServiceTalk.Trouble && fact.Field == PainPoints))];
        return playbook.Field(Scan.CustomerType)?.Choices.FirstOrDefault(choice => choice.Value == Existing) is not { } type || kept.Any(fact => fact.Field == Scan.CustomerType) ? kept
            : [.. kept, new FoundValue(Scan.CustomerType, new(Text: type.Value), type.Display, 0.9, [new(0, message.Text.Length)]).ToFact(message.Text, context.MessageId, context.ReceivedAt)];
    }

    private static bool Buys(Understood message) => (message.Has(Cues.Search) || message.Intent == Intent.PropertySearch) && Solicitation.SaysWhatFor(message);

    private static bool HasWish(TurnContext context) => context.Facts.Any(fact => !fact.Value.IsEmpty && !Kept.Contains(fact.Field) && fact.Field is not (FactFields.City or PainPoints));

    private static bool Tells(string text, ServiceWords words, bool mayBeFault) => !words.Unless.AreIn(text) && Clauses(text, words).Any(clause =>
        words.Cases.AreIn(clause) || (mayBeFault && words.Faults.AreIn(clause) && words.Things.AreIn(clause) && !Asking.InGeneral(clause)));

    // The parts of the text that suppose nothing.
    private static IEnumerable<string> Clauses(string text, ServiceWords words) =>
        text.Split(['.', '!', '?', ';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(clause => !words.Supposing.AreIn(clause));
}

/// <summary>What a message is to service.</summary>
public enum ServiceTalk
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It tells that they have something from us already.</summary>
    Owning,

    /// <summary>It tells of trouble with it.</summary>
    Trouble,

    /// <summary>It adds to such trouble while a person is waited for.</summary>
    Waiting,
}
