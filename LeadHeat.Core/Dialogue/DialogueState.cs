using System.Text.Json.Serialization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Dialogue;

/// <summary>Where a dialogue stands: what was asked, refused and shown.</summary>
/// <param name="Stage">How far the qualification is.</param>
/// <param name="CustomerType">One of the playbook's types; null while unknown.</param>
/// <param name="Asked">How often each field was asked for; three times at the most.</param>
/// <param name="Refused">Fields that the visitor does not want to tell.</param>
/// <param name="LastAsked">The field asked for in the last reply.</param>
/// <param name="Shown">Units shown in the last reply that showed any, in order: "the second one".</param>
/// <param name="Fired">Coaching rules and offers that were made already.</param>
/// <param name="Frustration">0 to 10, running over the conversation.</param>
/// <param name="Turns">Turns answered so far.</param>
/// <param name="Questions">Questions that the visitor asked.</param>
/// <param name="Characters">All that the visitor wrote, in characters.</param>
/// <param name="Phase">Where the visitor is on the way to a decision.</param>
/// <param name="Engagement">How much the visitor takes part, 0 to 10.</param>
/// <param name="Objections">How often each kind of doubt was raised.</param>
/// <param name="Requests">How often a <c>visit</c>, <c>call</c> or <c>brochure</c> was asked for, and how often the team was asked to <c>check</c> something.</param>
/// <param name="SideQuestions">Questions in a row that told nothing about the visitor.</param>
/// <param name="EmailCheck">An address that looks mistyped and waits to be confirmed.</param>
/// <param name="Discussed">Subjects that were talked about.</param>
/// <param name="Focus">The unit that "it" means.</param>
/// <param name="CoachedAt">The turn of the last offer.</param>
/// <param name="Role">Who led the last turn.</param>
/// <param name="Sentiment">The mood of the visitor's last message.</param>
/// <param name="Agreed">What the team has to do about the visit or call that is agreed on, in the playbook's words; null where none is.</param>
/// <param name="Signals">In how many messages there was <c>urgency</c>, a question about the <c>price</c>, or a <c>competitor</c>.</param>
/// <param name="Unwanted">What no home that is shown may have or be.</param>
public sealed record DialogueState(
    DialogueStage Stage,
    string? CustomerType,
    IReadOnlyDictionary<string, int> Asked,
    IReadOnlyList<string> Refused,
    string? LastAsked,
    IReadOnlyList<Guid> Shown,
    IReadOnlyList<string> Fired,
    int Frustration,
    int Turns,
    int Questions = 0,
    int Characters = 0,
    ConversationPhase Phase = ConversationPhase.Awareness,
    int Engagement = 0,
    IReadOnlyDictionary<string, int>? Objections = null,
    IReadOnlyDictionary<string, int>? Requests = null,
    int SideQuestions = 0,
    EmailCheck? EmailCheck = null,
    IReadOnlyList<string>? Discussed = null,
    Guid? Focus = null,
    int CoachedAt = 0,
    AgentRole Role = AgentRole.Qualifier,
    Sentiment Sentiment = Sentiment.Neutral,
    string? Agreed = null,
    IReadOnlyDictionary<string, int>? Signals = null,
    IReadOnlyList<Unwanted>? Unwanted = null)
{
    /// <summary>A dialogue that has not begun.</summary>
    public static readonly DialogueState Start = new(DialogueStage.Exploring, null, new Dictionary<string, int>(), [], null, [], [], 0, 0);

    /// <summary>The state with which the bot takes a conversation back: what led to the hand-over is over, what was learned and asked stays.</summary>
    public DialogueState GivenBack() => this with
    {
        LastAsked = null,
        Frustration = 0,
        Fired = [.. Fired.Where(mark => mark is not (StateUpdate.Lost or HoldingLine.Held))],
    };

    /// <summary>How often something was asked for.</summary>
    public int Requested(string request) => Requests?.GetValueOrDefault(request) ?? 0;

    /// <summary>In how many messages there was a signal.</summary>
    public int Signalled(string signal) => Signals?.GetValueOrDefault(signal) ?? 0;
}

/// <summary>An e-mail address that looks mistyped.</summary>
/// <param name="Written">As the visitor wrote it.</param>
/// <param name="Suggested">As it was probably meant.</param>
/// <param name="Evidence">The words it came from.</param>
/// <param name="Asks">How often the visitor was asked.</param>
public sealed record EmailCheck(string Written, string Suggested, IReadOnlyList<Evidence> Evidence, int Asks = 0);

/// <summary>Where a visitor is: <c>awareness</c> looks around, <c>consideration</c> compares and asks, <c>decision</c> takes a step.</summary>
[JsonConverter(typeof(WireEnumConverter<ConversationPhase>))]
public enum ConversationPhase { Awareness, Consideration, Decision }

/// <summary>How far a qualification is.</summary>
[JsonConverter(typeof(WireEnumConverter<DialogueStage>))]
public enum DialogueStage { Exploring, InterestDetected, IntentConfirmed, Qualified }
