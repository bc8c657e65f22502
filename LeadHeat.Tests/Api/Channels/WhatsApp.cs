namespace LeadHeat.Tests.Api.Channels;

/// <summary>What WhatsApp delivers.</summary>
internal static class WhatsApp
{
    /// <summary>Our number that people write to where nothing else is said.</summary>
    public const string Account = "106540352242922";

    public static string Messages(string number, params (string Id, string Text)[] messages) =>
        Delivery(number, string.Join(',', messages.Select(message =>
            $$$"""{"from":"{{{number}}}","id":"{{{message.Id}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{message.Text}}}"}}""")));

    public static string Delivery(string number, string messages, string account = Account) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{account}}}"},
        "contacts":[{"profile":{"name":"Person {{{number}}}"},"wa_id":"{{{number}}}"}],"messages":[{{{messages}}}]}}]}]}
        """;

    /// <summary>Of somebody whose number WhatsApp keeps to itself.</summary>
    public static string OfUser(string user, string id, string text) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
        "metadata":{"phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Asha Rao"},"user_id":"{{{user}}}"}],
        "messages":[{"from_user_id":"{{{user}}}","id":"{{{id}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{text}}}"}}]}}]}]}
        """;

    public static string Status(string id, string state, string more = "") => Statuses(OneStatus(id, state, more));

    public static string OneStatus(string id, string state, string more = "") =>
        $$$"""{"id":"{{{id}}}","status":"{{{state}}}","timestamp":"1750263773"{{{more}}}}""";

    public static string Statuses(params IEnumerable<string> statuses) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
        "metadata":{"phone_number_id":"106540352242922"},"statuses":[{{{string.Join(',', statuses)}}}]}}]}]}
        """;

    /// <summary>One message of a delivery: somebody has another number from now on.</summary>
    public static string Change(string id, string before, string now) =>
        $$$"""{"from":"{{{before}}}","id":"{{{id}}}","timestamp":"1749416384","type":"system","system":{"body":"changed","wa_id":"{{{now}}}","type":"user_changed_number"}}""";

    public static string Id() => $"wamid.{Guid.NewGuid():N}";
}
