using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>Questions of forms on WhatsApp that Meta has signed and that we could not read. They are counted; nothing of them is kept.</summary>
/// <param name="Count">In the last seven days.</param>
/// <param name="PublicKey">What belongs at Meta, in PEM; empty where <c>Meta__FlowPrivateKey</c> is not set.</param>
public sealed record UnreadForms(UnreadBecause Why, int Count, DateTimeOffset LatestAt, string PublicKey)
{
    /// <summary>What is wrong, and what can be done.</summary>
    public string Reason => Why switch
    {
        UnreadBecause.NoKey => "No key was set to read them with, so that the forms were closed. Set Meta__FlowPrivateKey, start the Api again, "
            + "and enter its public key at Meta for each of your numbers.",
        UnreadBecause.OtherToken => "They were sent before the app secret was changed, or are none of ours, so that people were told that the form is closed. "
            + "Set Meta__EarlierAppSecrets to the secret of before, start the Api again, and they open again; or send those people the form anew.",
        _ => "They are encrypted for another key than ours, so that people could not go on in the form. Enter our public key at Meta again, for each of your numbers. "
            + "Phones then fetch it by themselves, and forms open again. A few of them right after the key was changed are nothing to worry about.",
    };
}

/// <summary>Why a form's question could not be read.</summary>
[JsonConverter(typeof(WireEnumConverter<UnreadBecause>))]
public enum UnreadBecause
{
    /// <summary>We have none.</summary>
    NoKey,

    /// <summary>Meta has another public key than the one that belongs to ours.</summary>
    OtherKey,

    /// <summary>The form's token is signed with none of our secrets, or names a playbook that is not installed any more.</summary>
    OtherToken,
}
