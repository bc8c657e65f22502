using LeadHeat.Core.Channels;
using LeadHeat.Core.Webhooks;

namespace LeadHeat.Web.Intake;

/// <summary>What came in, in a sales manager's words.</summary>
internal static class IntakeWords
{
    public static string Channel(InboundChannel channel) => channel switch
    {
        InboundChannel.Whatsapp => "WhatsApp",
        InboundChannel.LeadAds => "Lead ad",
        _ => "Web form",
    };

    public static string ChannelIcon(InboundChannel channel) => channel switch
    {
        InboundChannel.Whatsapp => "whatsapp",
        InboundChannel.LeadAds => "ads",
        _ => "form",
    };

    /// <summary>What a program of the team's is told.</summary>
    public static string Told(string kind) => kind switch
    {
        WebhookKinds.LeadCreated => "A lead came",
        WebhookKinds.LeadQualified => "A lead is qualified",
        WebhookKinds.LeadScored => "A lead got warmer or colder",
        WebhookKinds.LeadStatusChanged => "A lead was moved in the pipeline",
        WebhookKinds.MessageReceived => "A lead wrote",
        WebhookKinds.Handoff => "People take over from the bot",
        _ => "A test",
    };

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

    /// <summary>What was refused: a form that is filled in inside WhatsApp asks, all else is delivered.</summary>
    public static string Refused(RefusedDelivery item) => item.IsFlow ? "Form on WhatsApp" : Channel(item.Channel);

    public static string Verdict(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Missing => "not signed",
        SignatureVerdict.Sha1 => "signed in the old way only",
        SignatureVerdict.Malformed => "no real signature",
        SignatureVerdict.NoSecret => "no secret was set yet",
        _ => "signed with another secret",
    };

    /// <summary>Why a delivery was let in.</summary>
    public static string LetIn(DeliveryVerdict? verdict) => verdict switch
    {
        DeliveryVerdict.Verified => "Signed by Meta with your app's secret",
        DeliveryVerdict.VerifiedLater => "Refused at first; its signature fitted once the secret was put right",
        DeliveryVerdict.Open => "From a form on a site: such are not signed",
        DeliveryVerdict.Fetched => "Asked for at Meta by LeadHeat itself",
        _ => "It came before LeadHeat noted how it was signed",
    };

    /// <summary>A question of a form as a person would read it: <c>what_is_your_budget?</c> is What is your budget?</summary>
    public static string Question(string question)
    {
        var words = question.Replace('_', ' ').Trim();
        return words.Length == 0 ? question : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
