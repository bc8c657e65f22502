using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>What an admin enters at Meta for the flow of a playbook.</summary>
/// <param name="Name">What to call the flow: it is sent by its name.</param>
/// <param name="Definition">Its Flow JSON.</param>
/// <param name="PublicKey">The business' public key, in PEM; empty where <c>Meta__FlowPrivateKey</c> is not set.</param>
/// <param name="OpenToken">The <c>flow_token</c> for ads and links that open it for anybody; empty where <c>Meta__AppSecret</c> is not set.</param>
public sealed record FlowSetUp(string Name, string Definition, string PublicKey, string OpenToken)
{
    /// <summary>The name of a playbook's flow.</summary>
    public static string NameOf(string playbook) => $"leadheat_{playbook.Replace('-', '_')}";
}

/// <summary>A person sends the playbook's questions as a form.</summary>
/// <param name="ClientMessageId">Made by the caller; the same id twice is one message.</param>
/// <param name="OwnerVersion">As in an answer: the conversation's version as the sender saw it.</param>
public sealed record SendFlow([property: Required, StringLength(100, MinimumLength = 1)] string ClientMessageId, int? OwnerVersion = null);
