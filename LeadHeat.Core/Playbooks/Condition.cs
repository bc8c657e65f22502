using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playbooks;

/// <summary>When something in a playbook holds: all that is set must. What is empty or null asks for nothing.</summary>
/// <param name="Facts">Any of these values: <c>purpose=invest</c>.</param>
/// <param name="Known">All of these fields are known.</param>
/// <param name="AnyKnown">At least one of these is.</param>
/// <param name="Unknown">None of these is.</param>
/// <param name="Count">So many fields are known at least.</param>
/// <param name="Cues">Any of these signals is in the message.</param>
/// <param name="Objections">The message raises any of these kinds of doubt.</param>
/// <param name="Phases">The conversation is in any of these.</param>
/// <param name="Types">The customer is of any of these types.</param>
/// <param name="Turns">So many messages were answered at least, with this one.</param>
/// <param name="Questions">So many questions were asked at least.</param>
/// <param name="Engagement">0 to 10: at least.</param>
/// <param name="Cards">So many units were seen at least.</param>
/// <param name="Requested">Any of these was asked for: <c>visit</c>, <c>call</c>, <c>brochure</c>.</param>
/// <param name="NotRequested">None of these was.</param>
/// <param name="Discussed">Any of these subjects was talked about.</param>
/// <param name="Qualified">Whether the score reaches the card's threshold.</param>
/// <param name="Reachable">Whether an e-mail or phone is known.</param>
/// <param name="Or">Any of these holds.</param>
public sealed record Condition(
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> Known,
    IReadOnlyList<string> AnyKnown,
    IReadOnlyList<string> Unknown,
    int Count,
    Cues Cues,
    IReadOnlyList<string> Objections,
    IReadOnlyList<ConversationPhase> Phases,
    IReadOnlyList<string> Types,
    int Turns,
    int Questions,
    int Engagement,
    int Cards,
    IReadOnlyList<string> Requested,
    IReadOnlyList<string> NotRequested,
    IReadOnlyList<string> Discussed,
    bool? Qualified,
    bool? Reachable,
    IReadOnlyList<Condition> Or);
