using System.Text.Json.Serialization;
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
    int Characters = 0)
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
}

/// <summary>How far a qualification is.</summary>
[JsonConverter(typeof(WireEnumConverter<DialogueStage>))]
public enum DialogueStage { Exploring, InterestDetected, IntentConfirmed, Qualified }
