using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Conversations;

/// <summary>Starts or resumes a chat.</summary>
/// <param name="Playbook">Which business.</param>
/// <param name="SessionKey">Made by the visitor's device and kept secret there; the same key resumes the same conversation.</param>
public sealed record StartSession(
    [property: Required, StringLength(50, MinimumLength = 1)] string Playbook,
    Channel Channel = Channel.Web,
    [property: StringLength(200, MinimumLength = 8)] string? SessionKey = null);

/// <summary>A chat that can be written in.</summary>
/// <param name="Greeting">What the bot says first.</param>
/// <param name="Chips">Two or three things a visitor might want to say.</param>
/// <param name="Resumed">True when the key was known.</param>
/// <param name="Handling">Who answers now.</param>
/// <param name="AnsweredBy">The person's name when a person answers.</param>
/// <param name="Messages">The latest messages when resumed.</param>
public sealed record SessionStarted(
    Guid SessionId,
    Guid ConversationId,
    string SessionKey,
    string Greeting,
    IReadOnlyList<string> Chips,
    bool Resumed,
    Handling Handling,
    string? AnsweredBy,
    IReadOnlyList<MessageView> Messages);

/// <summary>A visitor writes.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
/// <param name="ClientMessageId">Made by the visitor's device; the same id twice is one turn.</param>
public sealed record SendTurn(
    [property: JsonRequired] Guid SessionId,
    [property: Required, StringLength(4000, MinimumLength = 1)] string Text,
    [property: Required, StringLength(100, MinimumLength = 1)] string ClientMessageId);
