using System.Text.Json.Serialization;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Conversations;

/// <summary>Who wrote a message.</summary>
[JsonConverter(typeof(WireEnumConverter<MessageAuthor>))]
public enum MessageAuthor { Visitor, Bot, Person, System }

/// <summary>Through what a conversation runs.</summary>
[JsonConverter(typeof(WireEnumConverter<Channel>))]
public enum Channel { Web, Whatsapp, Api }

/// <summary>A message of a transcript.</summary>
/// <param name="AuthorName">The person's name where a person wrote.</param>
/// <param name="Chips">Quick replies that were offered with it.</param>
/// <param name="Cards">Units that were shown with it.</param>
/// <param name="Tools">What the bot did for it, folded in the team's transcript; empty for visitors.</param>
/// <param name="Agent">Which agent wrote it: <c>built-in</c>, <c>hosted</c>; null for people.</param>
/// <param name="TurnId">The turn that a reply of the bot came from, for the team to open; null for everything else.</param>
/// <param name="ClientMessageId">The id that the visitor's device gave it, so that the device knows its own; null for everyone else's.</param>
/// <param name="DeliveryStatus">How far it has come on its way through the lead's platform, for the team; null where there is none.</param>
/// <param name="DeliveryProblem">Why it was not delivered, in words; null where nothing is wrong.</param>
/// <param name="ChannelMessageId">The platform's id of it; null before the platform has it.</param>
/// <param name="Citations">The passages of documents that a bot's reply rests on.</param>
public sealed record MessageView(
    Guid Id,
    MessageAuthor Author,
    string? AuthorName,
    string Text,
    IReadOnlyList<string> Chips,
    IReadOnlyList<UnitMatch> Cards,
    IReadOnlyList<ToolCall> Tools,
    string? Agent,
    DateTimeOffset At,
    string? ClientMessageId = null,
    IReadOnlyList<Citation>? Citations = null,
    Guid? TurnId = null,
    // Most messages go through no other platform: what is not there is not written.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryState? DeliveryStatus = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeliveryProblem = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ChannelMessageId = null);

/// <summary>A page of messages, oldest first; <see cref="Next"/> leads to earlier ones and is null at the beginning.</summary>
public sealed record MessagePage(IReadOnlyList<MessageView> Items, string? Next);

/// <summary>One tool call of a turn.</summary>
/// <param name="Summary">In a salesperson's words: <c>found 3 units in Whitefield</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record ToolCall(string Name, string Summary, bool Ok, double Milliseconds);
