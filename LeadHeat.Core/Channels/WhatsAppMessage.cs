using System.Globalization;
using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>What a person sent through WhatsApp, as far as it matters here.</summary>
/// <param name="PhoneNumberId">Which of our numbers got it.</param>
/// <param name="Number">The sender's number without a plus sign; null where WhatsApp keeps it to itself.</param>
/// <param name="UserId">The sender's id for this business; null in older deliveries.</param>
/// <param name="Name">The sender's profile name.</param>
/// <param name="Text">What to read: the words, a button's title, a media's caption, or what was sent in words of ours.</param>
/// <param name="Kind">What WhatsApp calls it: <c>text</c>, <c>image</c>, <c>interactive</c> …</param>
/// <param name="IsTalk">False for what is no turn of a conversation: reactions and notes of the system.</param>
/// <param name="Answers">Of a filled-in flow: its fields; empty else.</param>
/// <param name="FlowToken">Of a filled-in flow: what ties it to a lead.</param>
/// <param name="Referral">The ad that the sender came from; null else.</param>
/// <param name="NewUserId">The sender has a new id from now on: a number was changed.</param>
/// <param name="NewNumber">The number that the sender has from now on, without a plus sign.</param>
public sealed record WhatsAppMessage(
    string PhoneNumberId,
    string? Number,
    string? UserId,
    string? Name,
    string Text,
    string Kind,
    bool IsTalk,
    IReadOnlyDictionary<string, string> Answers,
    string? FlowToken,
    WhatsAppReferral? Referral,
    string? NewUserId,
    string? NewNumber = null)
{
    /// <summary>What the sender's id was before, where WhatsApp says so; null else.</summary>
    public string? OldUserId { get; init; }

    /// <summary>WhatsApp was set up anew for the number: another device, or another person.</summary>
    public bool HasNewIdentity { get; init; }

    /// <summary>What the team should know of it besides the words; null where they say all.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it brought something that can be fetched and opened.</summary>
    public bool HasMedia { get; init; }

    /// <summary>Of a reaction: WhatsApp's id of the message that it is to; null else.</summary>
    public string? ReactsTo { get; init; }

    /// <summary>When it was sent, to the second; null where WhatsApp does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>More than WhatsApp lets a person write (4,096); what is longer is cut.</summary>
    public const int LongestText = 4000;

    /// <summary>What stands before a flow's answer in <see cref="Text"/>.</summary>
    public static string LineOf(string question) => $"{question.Replace('_', ' ')}: ";

    /// <summary>Reads an event of kind <see cref="InboundKind.Message"/>.</summary>
    /// <returns>The message, or what is wrong with it in words for the team.</returns>
    public static (WhatsAppMessage? Message, string? Wrong) Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var (root, contact) = (document.RootElement, document.RootElement.Member("contact"));
        if (root.Member("message") is not { ValueKind: JsonValueKind.Object } message)
            return (null, "There is no message in it.");
        var (from, userId) = (message.Id("from") ?? contact?.Id("wa_id"), message.Id("from_user_id") ?? contact?.Id("user_id"));
        var number = Digits(from);
        if (number is null && userId is null)
            return (null, from is null ? "It does not say who sent it." : "It was sent from something that is no WhatsApp number.");
        if (message.Text("type") is not { } kind)
            return (null, "It does not say of which type it is.");
        var (text, wrong) = WhatsAppWords.Of(kind, message);
        if (text is null)
            return (null, wrong);
        var answers = WhatsAppWords.AnswersOf(message, out var token);
        var change = kind == "system" ? ChangeOf(message) : null;
        return (new(
            root.Member("metadata")?.Id("phone_number_id") ?? "", number, userId, contact?.Member("profile")?.Text("name"), Cut(text), kind,
            kind is not ("reaction" or "system" or "unsupported") && message.Member(kind)?.Text("type") != WhatsAppWords.CallPermission, answers, token, WhatsAppReferral.Of(message),
            change?.Id("user_id"), Digits(change?.Id("wa_id") ?? change?.Id("new_wa_id")))
        {
            Note = WhatsAppNotes.Of(kind, message), HasMedia = WhatsAppMedia.Of(kind, message) is not null, ReactsTo = kind == "reaction" ? message.Member("reaction")?.Id("message_id") : null,
            SentAt = SentAtOf(message.Id("timestamp")), OldUserId = change?.Id("previous_user_id"),
            HasNewIdentity = kind == "system" && message.Member("system")?.Text("type") is "user_identity_changed" or "customer_identity_changed",
        }, null);
    }

    // "system":{"body":"… changed from … to …","wa_id":"16505550000","type":"user_changed_number"}; that a device was changed comes in the same shape.
    private static JsonElement? ChangeOf(JsonElement message) =>
        message.Member("system") is { } system && (system.Text("type") is null or "user_changed_number" or "customer_changed_number" or "user_changed_user_id") ? system : null;

    // Seconds since 1970, as text.
    private static DateTimeOffset? SentAtOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(known)
            : null;

    private static string? Digits(string? number) =>
        number is { Length: >= 5 and <= 20 } && number.All(char.IsAsciiDigit) ? number : null;

    public static string Cut(string text, int longest = LongestText) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}

/// <summary>The ad that somebody came from.</summary>
/// <param name="ClickId">Meta's id of the click; missing for some placements.</param>
public sealed record WhatsAppReferral(string? SourceId, string? Url, string? Headline, string? ClickId)
{
    internal static WhatsAppReferral? Of(JsonElement message) => message.Member("referral") is { ValueKind: JsonValueKind.Object } referral
        ? new(referral.Id("source_id"), referral.Text("source_url"), referral.Text("headline"), referral.Text("ctwa_clid"))
        : null;
}

/// <summary>What became of a message that we sent.</summary>
/// <param name="MessageId">WhatsApp's id of it.</param>
/// <param name="State">As WhatsApp says it: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c>, <c>failed</c>, or a word that we do not know.</param>
/// <param name="OurId">What we attached to it: finds a message whose sending was cut off before WhatsApp's id was known.</param>
/// <param name="Code">Of a failure; 131047: outside 24 hours.</param>
/// <param name="Reason">Of a failure, in WhatsApp's words.</param>
public sealed record WhatsAppStatus(string MessageId, string State, Guid? OurId, int? Code, string? Reason)
{
    /// <summary>What our own ids begin with, so that those of other programs at the same number are left alone.</summary>
    public const string OurPrefix = "lh:msg:";

    /// <summary>Reads an event of kind <see cref="InboundKind.Status"/>; null when it is none.</summary>
    public static WhatsAppStatus? Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.Member("status") is not { } status || status.Id("id") is not { } id || status.Text("status") is not { } state)
            return null;
        var attached = status.Text("biz_opaque_callback_data");
        var ours = attached?.StartsWith(OurPrefix, StringComparison.Ordinal) == true && Guid.TryParse(attached.AsSpan(OurPrefix.Length), out var found)
            ? found
            : (Guid?)null;
        JsonElement? error = status.Items("errors").Select(item => (JsonElement?)item).FirstOrDefault();
        var code = int.TryParse(error?.Id("code"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : (int?)null;
        return new(id, state, ours, code, error?.Member("error_data")?.Text("details") ?? error?.Text("title") ?? error?.Text("message"));
    }
}
