namespace LeadHeat.Api.Channels;

/// <summary>How long after a person's last message WhatsApp takes answers in free words.</summary>
internal static class AnswerWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    /// <summary>A column: whether the person of conversation <c>v</c> was on WhatsApp once and is known there by nothing any more.</summary>
    public const string IsOutOfReach = """
        case when v.channel = 'whatsapp' and not exists (
            select from sessions s join channel_identities i on i.session_id = s.id where s.conversation_id = v.id)
        then came_from_platform(v.id) else false end
        """;

    /// <summary>A column: when the person of conversation <c>v</c> wrote last; null where they are on no platform that has a window.</summary>
    public const string Heard = """
        case when v.channel = 'whatsapp' and exists (
            select from sessions s join channel_identities i on i.session_id = s.id where s.conversation_id = v.id)
        then (select coalesce(h.written_at, h.created_at) from messages h where h.conversation_id = v.id and h.author = 'visitor' order by h.id desc limit 1) end
        """;
}
