namespace LeadHeat.Core.Playbooks;

/// <summary>A kind of customer. Of several that hold, the first in the playbook's order is taken.</summary>
/// <param name="Name">As it is stored: <c>investor</c>.</param>
/// <param name="Title">As people read it.</param>
/// <param name="When">What tells it.</param>
/// <param name="Casual">Whether it only looks around: then it is not pressed for anything.</param>
public sealed record CustomerType(string Name, string Title, Condition When, bool Casual);

/// <summary>What brings a conversation to a stage.</summary>
/// <param name="Stage">The stage; a conversation reaches the highest whose condition holds, and does not fall back.</param>
/// <param name="When">Its commitment signals.</param>
public sealed record StageRule(Dialogue.DialogueStage Stage, Condition When);

/// <summary>What a good salesperson would offer at the right moment; each at most once a conversation.</summary>
/// <param name="Name">Names it in traces: <c>site_visit</c>.</param>
/// <param name="When">The moment.</param>
/// <param name="Why">Why it fires, in words for the team.</param>
/// <param name="Say">The offer, one question in several phrasings.</param>
/// <param name="Action">What a yes does.</param>
/// <param name="Topic">The subject that a yes to <see cref="CoachingAction.Topic"/> wants to hear about.</param>
/// <param name="Chips">Quick replies.</param>
/// <param name="Outranks">It goes before a question that would bring at most so many points; 0 waits until none is left.</param>
/// <param name="OutranksWhenHot">The same for a hot lead.</param>
public sealed record CoachingRule(
    string Name, Condition When, string Why, IReadOnlyList<string> Say, CoachingAction Action, string? Topic, IReadOnlyList<string> Chips, int Outranks, int OutranksWhenHot);

/// <summary>What a yes to an offer does.</summary>
public enum CoachingAction { Visit, Call, Brochure, Compare, Cheaper, Topic }

/// <summary>A kind of doubt and what is said to it.</summary>
/// <param name="Kind"><c>price</c>, <c>location</c>, <c>trust</c> or <c>timing</c>.</param>
/// <param name="Words">Phrases that raise it, beside those that every business knows.</param>
/// <param name="Say">The answer to the first.</param>
/// <param name="Again">The answer when it is raised again.</param>
public sealed record Objection(string Kind, IReadOnlyList<string> Words, IReadOnlyList<string> Say, IReadOnlyList<string> Again)
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["price", "location", "trust", "timing"];
}

/// <summary>The numbers that a playbook sets for its dialogue.</summary>
/// <param name="Asks">How often a field is asked for at the most.</param>
/// <param name="TurnsBeforeContact">Contact details are not asked for before so many turns while needs are open.</param>
/// <param name="HandoverFrustration">A person takes over from this frustration, 0 to 10.</param>
/// <param name="HandoverLost">A person takes over after so many messages that were not understood.</param>
/// <param name="QuestionsBeforeSteering">So many questions in a row are answered before the talk is steered back.</param>
/// <param name="Scarce">That few units left are worth a word.</param>
/// <param name="ReturnHours">A visitor who was away so long is welcomed back.</param>
public sealed record DialogueThresholds(
    int Asks = 3, int TurnsBeforeContact = 4, int HandoverFrustration = 6, int HandoverLost = 3, int QuestionsBeforeSteering = 3, int Scarce = 3, int ReturnHours = 6);

/// <summary>Which field of the playbook speaks of which attribute of a unit.</summary>
public sealed record InventoryMap(string City, string Areas, string Types, string Beds, string Size, string Price, string Features);
