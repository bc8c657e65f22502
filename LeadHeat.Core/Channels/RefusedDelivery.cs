using LeadHeat.Core.Channels.Flows;

namespace LeadHeat.Core.Channels;

/// <summary>A delivery that was not let in, because our secret had not signed it.</summary>
/// <param name="Length">How many bytes came.</param>
/// <param name="IsWhole">Whether all of them are kept.</param>
/// <param name="IsFlow">Whether it is a question of a form on WhatsApp: who asked has not waited for the answer.</param>
public sealed record RefusedDelivery(
    Guid Id, InboundChannel Channel, SignatureVerdict Verdict, int Length, bool IsWhole, DateTimeOffset ReceivedAt, bool IsFlow = false)
{
    /// <summary>Whether another try can change something: it was signed, and is here as it was signed.</summary>
    public bool CanBeTried => Verdict is SignatureVerdict.Wrong or SignatureVerdict.NoSecret && IsWhole && !IsFlow;

    /// <summary>What is wrong with it, and what can be done.</summary>
    public string Reason => Verdict switch
    {
        SignatureVerdict.Missing =>
            "It carries no signature. Meta signs everything: somebody else sent it, or something on its way here took the header X-Hub-Signature-256 away.",
        SignatureVerdict.Sha1 =>
            "It is signed in the old way only, with SHA-1. Meta signs in both ways: something on its way here took the header X-Hub-Signature-256 away, or somebody else sent it.",
        SignatureVerdict.Malformed => "What stands for its signature is none. Meta did not send it like that: somebody else did, or something on its way here changed the header X-Hub-Signature-256.",
        SignatureVerdict.NoSecret when IsFlow => "No secret was set yet when a form on WhatsApp asked for its next page, so that the form was closed. Nobody waits for the answer any more. "
            + $"{SetIt}, and forms open again.",
        _ when IsFlow => "A form on WhatsApp asked for its next page, signed with another secret than ours, so that the form was closed. Nobody waits for the answer any more. "
            + $"{PutItRight}, and forms open again. If the secret is right, somebody else sent it.",
        SignatureVerdict.NoSecret when !IsWhole => $"No secret was set yet when it came, and it is too long to be kept whole, so that it cannot be tried again. {SetIt}. "
            + "Meta then sends it again by itself, for some days after the first time.",
        SignatureVerdict.NoSecret => $"No secret was set yet when it came, so that nobody could tell whether Meta sent it. {SetIt}, then try it again. "
            + "What is not let in even then is signed with another secret, or somebody else sent it.",
        _ when !IsWhole => "It is signed with another secret than ours, and too long to be kept whole, so that it cannot be tried again. "
            + "Once the app secret is right Meta sends it again by itself, for some days after the first time.",
        _ => $"The app secret does not match: it is signed with another one, or was changed on its way. {PutItRight}, then try it again. If the secret is right, somebody else sent it.",
    };

    private const string PutItRight = "Compare Meta__AppSecret with the secret of your app at Meta (App settings, Basic), put it right, start the Api again";
    private const string SetIt = "Set Meta__AppSecret to the secret of your app at Meta (App settings, Basic) and start the Api again";
}

/// <summary>What was refused, newest first.</summary>
/// <param name="Count">How many are kept; those that are listed are the newest.</param>
/// <param name="Unread">Questions of forms on WhatsApp that were signed and could not be read; of them nothing is kept.</param>
public sealed record RefusedDeliveries(IReadOnlyList<RefusedDelivery> Items, int Count, IReadOnlyList<UnreadForms>? Unread = null);

/// <summary>A refused delivery with its content. Nobody knows who sent it.</summary>
/// <param name="Body">As it came; what is not UTF-8 is replaced.</param>
public sealed record RefusedDetail(RefusedDelivery Delivery, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What became of refused deliveries that were tried again.</summary>
/// <param name="Taken">Their signature fits now: they go the way of everything that comes.</param>
/// <param name="Left">It still does not.</param>
public sealed record RefusedReplayed(int Taken, int Left);
