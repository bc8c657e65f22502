using LeadHeat.Core.Channels;

namespace LeadHeat.Web.Intake;

/// <summary>What came in, in a sales manager's words.</summary>
internal static class IntakeWords
{
    public static string Channel(InboundChannel channel) => channel == InboundChannel.Whatsapp ? "WhatsApp" : "Lead ad";

    public static string ChannelIcon(InboundChannel channel) => channel == InboundChannel.Whatsapp ? "whatsapp" : "ads";

    public static string Kind(InboundKind kind) => kind switch
    {
        InboundKind.Message => "message",
        InboundKind.Status => "delivery report",
        InboundKind.Lead => "filled-in form",
        InboundKind.Fault => "fault report",
        _ => "unknown",
    };

    public static string State(InboundState state) => state switch
    {
        InboundState.Pending => "waiting",
        InboundState.Done => "handled",
        InboundState.Quarantined => "not understood",
        _ => "failed",
    };

    /// <summary>A question of a form as a person would read it: <c>what_is_your_budget?</c> is What is your budget?</summary>
    public static string Question(string question)
    {
        var words = question.Replace('_', ' ').Trim();
        return words.Length == 0 ? question : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
