using System.Text.Json.Serialization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Web.Chat;

/// <summary>A message as a visitor may see it: without tools, agents and ids of leads.</summary>
public sealed record ChatMessage(
    Guid Id,
    MessageAuthor Author,
    string? Name,
    string Text,
    IReadOnlyList<string> Chips,
    IReadOnlyList<ChatCard> Cards,
    DateTimeOffset At,
    string? ClientMessageId)
{
    public static ChatMessage From(MessageView message) => new(
        message.Id,
        message.Author,
        FirstName(message.AuthorName),
        message.Text,
        message.Chips,
        [.. message.Cards.Select(ChatCard.From)],
        message.At,
        message.ClientMessageId);

    /// <summary>Visitors learn who answers, not the person's full name.</summary>
    public static string? FirstName(string? name) => name?.Split(' ', 2)[0];
}

/// <summary>A unit as it is shown in the chat.</summary>
public sealed record ChatCard(
    Guid Id, string Title, string City, string Area, string Type, decimal Beds, decimal Baths, decimal SizeM2, decimal Price, string Currency, string Why)
{
    public static ChatCard From(UnitMatch unit) => new(
        unit.UnitId, unit.Title, unit.City, unit.Area, unit.Type, unit.Beds, unit.Baths, unit.SizeM2, unit.Price, unit.Currency, unit.Why);
}

/// <summary>The answer to Start: exactly one is set.</summary>
public sealed record ChatStart(ChatStarted? Started, ChatProblem? Problem);

/// <summary>A chat that can be written in.</summary>
/// <param name="GreetingId">The id that the greeting has once it is answered and stands among the messages.</param>
public sealed record ChatStarted(
    Guid GreetingId, string Greeting, IReadOnlyList<string> Chips, bool Resumed, Handling Handling, string? AnsweredBy, IReadOnlyList<ChatMessage> Messages);

/// <summary>Why a chat could not be started.</summary>
/// <param name="Again">Whether trying again later may help.</param>
public sealed record ChatProblem(string Title, string? Detail, bool Again);

/// <summary>The kinds of <see cref="ChatEvent"/>.</summary>
[JsonConverter(typeof(Core.Wire.WireEnumConverter<ChatEventKind>))]
public enum ChatEventKind
{
    /// <summary>What is being done now, in a visitor's words.</summary>
    Step,

    /// <summary>The words so far are void.</summary>
    Restarted,

    /// <summary>The next words.</summary>
    Delta,

    /// <summary>A person will answer.</summary>
    Handoff,

    /// <summary>Answered and stored.</summary>
    Done,

    /// <summary>Stored, but not answered: a person will.</summary>
    Error,

    /// <summary>Not stored, for a reason that trying again does not change.</summary>
    Refused,

    /// <summary>Not stored, or not yet answered: send it again with the last id.</summary>
    Again,

    /// <summary>The session is not known any more: start, then send it again.</summary>
    StartAgain,
}

/// <summary>What happens while a message is being answered.</summary>
/// <param name="Id">Rises; 0 for what this process says itself.</param>
public sealed record ChatEvent(long Id, ChatEventKind Kind, string? Text = null, ChatMessage? Message = null, Handling? Handling = null);

/// <summary>What the hub reads and writes; nothing else can leave it.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatStart))]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(IReadOnlyList<ChatMessage>))]
[JsonSerializable(typeof(ChatMessage[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(Guid))]
internal sealed partial class ChatJson : JsonSerializerContext;
