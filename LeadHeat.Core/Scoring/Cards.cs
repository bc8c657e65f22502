using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>A draft may change and be thrown away; a published version says the same for ever.</summary>
[JsonConverter(typeof(WireEnumConverter<CardState>))]
public enum CardState { Draft, Published }

/// <summary>Who made a card.</summary>
[JsonConverter(typeof(WireEnumConverter<CardOrigin>))]
public enum CardOrigin { Shipped, Team }

/// <summary>The <c>primary</c> card of a playbook gives its leads their score; cards <c>beside</c> it are shown with it.</summary>
[JsonConverter(typeof(WireEnumConverter<CardRole>))]
public enum CardRole { Primary, Beside }

/// <summary>All versions of all cards, the newest of each playbook first, and what was published when.</summary>
public sealed record ScorecardList(IReadOnlyList<ScorecardSummary> Items, IReadOnlyList<PublicationView> Publications);

/// <summary>A version of a card.</summary>
/// <param name="Role">What it is now; null when it is not in use.</param>
/// <param name="Note">Why it was made.</param>
public sealed record ScorecardSummary(
    string Name, int Version, string Title, string Playbook, CardState State, CardOrigin Origin, CardRole? Role, string? Note, string Author,
    DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt);

/// <summary>When a card began to judge.</summary>
/// <param name="EffectiveAt">From when on; in the future it waits.</param>
/// <param name="WithdrawnAt">When it was taken back; null while it stands.</param>
/// <param name="AppliedAt">When the last lead had its score by it; null while leads are being scored, or before it begins.</param>
/// <param name="IsNow">Whether it judges now.</param>
public sealed record PublicationView(
    Guid Id, string Playbook, string Card, int Version, CardRole Role, DateTimeOffset EffectiveAt, string Author, DateTimeOffset CreatedAt,
    DateTimeOffset? WithdrawnAt, DateTimeOffset? AppliedAt, bool IsNow);

/// <summary>A version of a card with all that it says.</summary>
/// <param name="Card">The card's JSON.</param>
/// <param name="Findings">What the lint has to say.</param>
public sealed record ScorecardView(ScorecardSummary Summary, JsonObject Card, IReadOnlyList<LintFinding> Findings);

/// <summary>What is wrong with a card that is being written.</summary>
/// <param name="Error">Where and why it cannot be read; null when it can.</param>
/// <param name="MostPoints">What its rules add up to; null when they cannot be read.</param>
public sealed record CardCheck(string? Error, int? MostPoints, IReadOnlyList<LintFinding> Findings);

/// <summary>Asks what is wrong with a card.</summary>
public sealed record CheckScorecard([property: Required] string Playbook, [property: Required, JsonConverter(typeof(EachOnceConverter))] JsonObject Card);

/// <summary>Begins a draft: the next version of a card, or of a card of a new name.</summary>
/// <param name="From">The card that it begins as, by name.</param>
/// <param name="FromVersion">Its version.</param>
/// <param name="Name">Another name, for a card of its own; null makes the next version.</param>
public sealed record CreateScorecard(
    [property: Required] string From, [property: JsonRequired] int FromVersion, [property: RegularExpression("[a-z0-9][a-z0-9-]{1,40}")] string? Name = null,
    [property: StringLength(500)] string? Note = null);

/// <summary>Writes a draft anew. Name and version stay what they are.</summary>
public sealed record SaveScorecard(
    [property: Required, JsonConverter(typeof(EachOnceConverter))] JsonObject Card, [property: StringLength(500)] string? Note = null);

/// <summary>Lets a card judge.</summary>
/// <param name="EffectiveAt">From when on; null for now.</param>
public sealed record PublishScorecard(DateTimeOffset? EffectiveAt = null, CardRole Role = CardRole.Primary);

/// <summary>A lead as one of the cards in use sees it.</summary>
/// <param name="Groups">The groups' points, on their own scales.</param>
/// <param name="Label">The card's word for its recommendation.</param>
public sealed record CardScore(
    string Card, int Version, string Title, CardRole Role, int Score, Heat Heat, Recommendation Recommendation, string Label, IReadOnlyList<GroupScore> Groups,
    IReadOnlyList<LedgerLine> Ledger);

/// <summary>A group's points.</summary>
/// <param name="Value">On its scale: 7.2 of 10.</param>
public sealed record GroupScore(string Id, string Title, double Value, int Scale);

/// <summary>A lead's score at one time.</summary>
/// <param name="Cause">Why it changed: <c>message</c>, <c>person</c> or <c>card</c>.</param>
public sealed record ScorePoint(DateTimeOffset At, int Score, Heat Heat, string Card, int CardVersion, ScoreCause Cause);

/// <summary>A lead's score over time, oldest first; at most the latest 200.</summary>
public sealed record ScoreHistory(IReadOnlyList<ScorePoint> Points);

/// <summary>Why a score was computed: a <c>message</c> of the visitor, a <c>person</c>, or another <c>card</c>.</summary>
[JsonConverter(typeof(WireEnumConverter<ScoreCause>))]
public enum ScoreCause { Message, Person, Card }
