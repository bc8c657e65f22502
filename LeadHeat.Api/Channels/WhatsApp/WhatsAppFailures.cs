namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Why WhatsApp did not deliver, in a salesperson's words.</summary>
internal static class WhatsAppFailures
{
    public const string Outside24Hours = "More than 24 hours have passed since their last message. Send a template instead.";

    public const string OutOfReach =
        "They cannot be reached in this conversation any more: their WhatsApp number may be somebody else's now, or they write in another conversation. Look at their other leads.";

    public static string InWords(int? code, string? reason) => code switch
    {
        131047 => Outside24Hours,
        131049 => "WhatsApp chose not to deliver it, to protect this person from too many messages. Try later.",
        131026 => "This number is not on WhatsApp, or cannot get this message.",
        131062 => "WhatsApp takes this kind of message for a known phone number only.",
        131051 => "WhatsApp does not know this type of message.",
        130429 or 131048 or 131056 => "Too many messages were sent. It will be possible again later.",
        190 => TokenTrouble.Expired,
        _ => reason is { Length: > 0 } ? $"WhatsApp says: {(reason.Length <= 200 ? reason : reason[..200])}" : "WhatsApp does not say why.",
    };
}
