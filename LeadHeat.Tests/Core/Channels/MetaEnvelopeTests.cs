using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Channels;

namespace LeadHeat.Tests.Core.Channels;

public sealed class MetaEnvelopeTests
{
    private const string Secret = "leadheat-test-app-secret";

    private const string Lead = """
        {"object":"page","entry":[{"id":"153125381133","time":1438292065,"changes":[{"field":"leadgen","value":{"leadgen_id":"123123123123","page_id":"153125381133","form_id":"12312312312","adgroup_id":"12312312312","ad_id":"12312312312","created_time":1440120384}}]}]}
        """;

    [Theory]
    [InlineData("secret", "test", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    [InlineData(Secret, Lead, "740adb542402cd37e30d6b7fbd925ed883c45b2fa3bfd3653662c03b716d81c7")]
    [InlineData(
        Secret, """{"object":"page","entry":[{"id":"1","time":1,"changes":[]}],"x":"Ünïcode ☕"}""",
        "f485fff0e333c051d052730d725e0319f5a06bc35d289d69ddf9b16e1a6d13c7")]
    public void Signature_is_that_of_the_raw_bytes(string secret, string body, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Equal("sha256=" + expected, MetaSignature.Of(bytes, secret));
        Assert.Equal(SignatureVerdict.Good, MetaSignature.Check(bytes, "sha256=" + expected, null, secret));
        Assert.Equal(SignatureVerdict.Wrong, MetaSignature.Check(bytes, "sha256=" + expected, null, secret + "x"));
        Assert.Equal(SignatureVerdict.Wrong, MetaSignature.Check([.. bytes, 32], "sha256=" + expected, null, secret));
        Assert.Equal(SignatureVerdict.Malformed, MetaSignature.Check(bytes, expected, null, secret));
        Assert.Equal(SignatureVerdict.Malformed, MetaSignature.Check(bytes, "sha256=" + expected[..^1] + "g", null, secret));
        Assert.Equal(SignatureVerdict.Missing, MetaSignature.Check(bytes, null, null, secret));
        Assert.Equal(SignatureVerdict.Sha1, MetaSignature.Check(bytes, null, "sha1=" + expected[..40], secret));
        Assert.Equal(SignatureVerdict.Sha1, MetaSignature.Check(bytes, "sha1=" + expected[..40], null, secret));
        Assert.Equal(SignatureVerdict.Missing, MetaSignature.Check(bytes, null, "sha256=" + expected, secret));
        Assert.Equal(SignatureVerdict.NoSecret, MetaSignature.Check(bytes, MetaSignature.Of(bytes, ""), null, ""));
    }

    [Fact]
    public void Lead_is_found_by_its_id_whether_that_is_text_or_a_number()
    {
        var asText = Assert.Single(Split(Lead));
        var asNumber = Assert.Single(Split(Lead.Replace("\"123123123123\"", "98765432109876543210", StringComparison.Ordinal)));

        Assert.Equal((InboundKind.Lead, "123123123123"), (asText.Kind, asText.ExternalId));
        Assert.Equal("98765432109876543210", asNumber.ExternalId);
    }

    [Fact]
    public void Every_part_of_a_batch_stands_alone_and_in_order()
    {
        var parts = Split(WhatsApp(
            """{"from":"971501112233","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"one"}}""",
            """{"from":"971501112233","id":"wamid.2","timestamp":"yesterday","type":"text","text":["not",{"an":"object"}]}""",
            """{"from":"971501112233","type":"text","text":{"body":"no id"}}""",
            """{"from":"971501112233","id":"wamid.4","timestamp":"4","type":"text","text":{"body":"four"}}"""));

        Assert.Equal([InboundKind.Message, InboundKind.Message, InboundKind.Unknown, InboundKind.Message], parts.Select(part => part.Kind));
        Assert.Equal("one", WhatsAppMessage.Read(parts[0].Body).Message!.Text);
        Assert.Equal("Sheena", WhatsAppMessage.Read(parts[0].Body).Message!.Name);
        Assert.Equal("The text message has no text.", WhatsAppMessage.Read(parts[1].Body).Wrong);
        Assert.StartsWith("sha256:", parts[2].ExternalId, StringComparison.Ordinal);
        Assert.Equal("four", WhatsAppMessage.Read(parts[3].Body).Message!.Text);
    }

    [Theory]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"b","title":"Book a visit"}}}""", "Book a visit")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"b","title":"2 BHK"}}}""", "2 BHK")]
    [InlineData("""{"type":"button","button":{"payload":"p","text":"Yes please"}}""", "Yes please")]
    [InlineData("""{"type":"image","image":{"id":"1","mime_type":"image/jpeg","caption":"like this"}}""", "like this")]
    [InlineData("""{"type":"audio","audio":{"id":"1"}}""", "[Voice message]")]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051}]}""", "[Sent something that WhatsApp does not pass on]")]
    public void Every_type_has_words(string message, string expected) => Assert.Equal(expected, Read(message).Message!.Text);

    [Theory]
    [InlineData("""{"type":"location","location":{"latitude":12.9352,"longitude":"77.7338","name":"Lakeside"}}""", "[Location] Lakeside", "Sent a place: 12.9352, 77.7338")]
    [InlineData("""{"type":"location","location":{}}""", "[Location]", null)]
    [InlineData(
        """{"type":"contacts","contacts":[{"name":{"formatted_name":"Ravi Rao"},"phones":[{"phone":"+91 98123 45678","wa_id":"919812345678"}],"emails":[{"email":"r@example.com"}]},{}]}""",
        "[Contact card]", "Sent a contact card: Ravi Rao, +91 98123 45678, r@example.com")]
    [InlineData("""{"type":"contacts","contacts":5}""", "[Contact card]", null)]
    [InlineData("""{"type":"reaction","reaction":{"message_id":"wamid.7","emoji":"👍"}}""", "[Reaction] 👍", "Reacted with 👍")]
    [InlineData("""{"type":"reaction","reaction":{"message_id":"wamid.7"}}""", "[Reaction]", "Took a reaction back")]
    [InlineData("""{"type":"unsupported"}""", "[Sent something that WhatsApp does not pass on]", "Sent something that WhatsApp does not pass on")]
    [InlineData("""{"type":"order","order":{"product_items":[{"product_retailer_id":"cup-12","quantity":2},{"product_retailer_id":7}]}}""", "[Order]", "Wants to order: 2 × cup-12; 1 × 7")]
    [InlineData("""{"type":"text","text":{"body":"hello"}}""", "hello", null)]
    [InlineData("""{"type":"image","image":{"id":"7","caption":"like this"}}""", "like this", "Sent a photo")]
    [InlineData("""{"type":"audio","audio":{"id":7}}""", "[Voice message]", "Sent a voice message")]
    [InlineData("""{"type":"document","document":{"id":"7","filename":"plan.pdf"}}""", "[Document] plan.pdf", "Sent a document: plan.pdf")]
    public void What_comes_besides_words_is_noted_and_no_part_of_them(string message, string words, string? note)
    {
        var read = Read(message).Message!;

        Assert.Equal((words, note), (read.Text, read.Note));
        Assert.Equal(read.Kind is "image" or "audio" or "document", read.HasMedia);
    }

    [Fact]
    public void Photo_without_an_id_is_noted_and_nothing_can_be_opened()
    {
        var read = Read("""{"type":"image","image":{"caption":"like this"}}""").Message!;

        Assert.Equal(("Sent a photo", false), (read.Note, read.HasMedia));
    }

    [Theory]
    [InlineData("""{"error":{"code":130429,"title":"Rate limit hit","error_data":{"details":"Too many messages."}}}""", "WhatsApp reports fault 130429: Too many messages.")]
    [InlineData("""{"error":5}""", "WhatsApp reports a fault: it does not say what.")]
    public void Fault_is_said_in_a_line(string body, string words) => Assert.Equal(words, WhatsAppFault.InWords(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Flow_s_answers_are_fields_and_words()
    {
        var (message, _) = Read("""
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"lh1.x\",\"budget_max\":\"2.5M AED\",\"beds\":\"2\",\"areas\":[\"Marina\",\"JVC\"],\"consent\":true}"}}}
            """);

        Assert.Equal("lh1.x", message!.FlowToken);
        Assert.Equal("2.5M AED", message.Answers["budget_max"]);
        Assert.Equal("Marina, JVC", message.Answers["areas"]);
        Assert.Equal("budget max: 2.5M AED\nbeds: 2\nareas: Marina, JVC\nconsent: yes", message.Text);
    }

    [Fact]
    public void Person_without_a_number_is_known_by_the_id_for_this_business()
    {
        var part = Assert.Single(Split("""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"contacts":[{"user_id":"IN.13","profile":{"name":"Asha"}}],
            "messages":[{"from_user_id":"IN.13","id":"wamid.9","type":"text","text":{"body":"hi"}}]}}]}]}
            """));

        var (message, _) = WhatsAppMessage.Read(part.Body);

        Assert.Equal("IN.13", part.Contact);
        Assert.Null(message!.Number);
        Assert.Equal(("IN.13", "Asha"), (message.UserId, message.Name));
    }

    [Fact]
    public void New_type_is_refused_with_its_name()
    {
        var (message, wrong) = Read("""{"type":"hologram","hologram":{}}""");

        Assert.Null(message);
        Assert.Equal("The message type 'hologram' is not known here.", wrong);
    }

    [Theory]
    [InlineData("""{"field":"flows","value":{"flow_id":"7","event":"ENDPOINT_LATENCY","message":"p90 was 9 s","old_status":"PUBLISHED","new_status":"THROTTLED"}}""", "form 7", "throttled now", "WhatsApp Manager")]
    [InlineData("""{"field":"calls","value":{"calls":[{"id":"wacid.1"}]}}""", "called", "call back", "subscriptions")]
    [InlineData("""{"field":"holograms","value":{}}""", "'holograms'", "subscriptions", "after an update")]
    [InlineData("""{"odd":true}""", "not known", "kept as it came", "try it again")]
    public void What_nothing_takes_says_what_it_is_and_what_can_be_done(string change, params string[] words)
    {
        var part = Assert.Single(Split($$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}}]}]}"""));

        Assert.Equal(InboundKind.Unknown, part.Kind);
        Assert.All(words, word => Assert.Contains(word, UnknownShape.InWords(part.Body), StringComparison.Ordinal));
    }

    [Fact]
    public void Shape_as_deep_as_a_delivery_may_be_is_told_in_plain_words()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 62)) + string.Concat(Enumerable.Repeat("]", 62));

        Assert.StartsWith("This shape", UnknownShape.InWords(Split($$"""{"entry":{{deep}}}""")[0].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accept", "Allows us to call on WhatsApp")]
    [InlineData("reject", "Does not want to be called on WhatsApp")]
    public void Who_says_whether_we_may_call_has_not_said_a_word_to_answer(string response, string note)
    {
        var (message, wrong) = Read($$$$"""{"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"{{{{response}}}}"}}}""");

        Assert.Null(wrong);
        Assert.Equal((false, note), (message!.IsTalk, message.Note));
    }

    [Fact]
    public void Status_tells_what_became_of_which_message()
    {
        var ours = Guid.CreateVersion7();
        var part = Assert.Single(Split($$$"""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.5","status":"failed","timestamp":"1",
            "recipient_id":"1","biz_opaque_callback_data":"lh:msg:{{{ours}}}","errors":[{"code":131047,"title":"Re-engagement message"}]}]}}]}]}
            """));

        Assert.Equal("wamid.5:failed", part.ExternalId);
        Assert.Equal(new WhatsAppStatus("wamid.5", "failed", ours, 131047, "Re-engagement message"), WhatsAppStatus.Read(part.Body));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"entry":{"changes":5}}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"flows","value":{"event":"ENDPOINT_LATENCY"}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":"none"}]}]}""")]
    public void Unknown_shape_is_kept_whole(string body) => Assert.Equal(InboundKind.Unknown, Assert.Single(Split(body)).Kind);

    [Theory]
    [InlineData("""{"entry":[{"id":"1","messaging":[{"text":"hi"}]},{"changes":[{"field":"messages","value":{"statuses":[{"id":"w","status":"sent"}]}}]}]}""", """{"part":{"id":"1","messaging":[{"text":"hi"}]}}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"7"},"statuses":[{"id":"w","status":"sent"}],"calls":[{"id":"c"}]}}]}]}""", """{"metadata":{"phone_number_id":"7"},"calls":{"id":"c"}}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"w","status":"sent"}],"permission":{"id":"p"}}}]}]}""", """{"permission":{"id":"p"}}""")]
    [InlineData("""{"entry":[{"id":"1","standby":[{"id":"s"}],"changes":[{"field":"messages","value":{"statuses":[{"id":"w","status":"sent"}]}}]}]}""", """{"standby":{"id":"s"}}""")]
    [InlineData("""{"entry":["none",{"changes":[{"field":"messages","value":{"statuses":[{"id":"w","status":"sent"}]}}]}]}""", """{"part":"none"}""")]
    [InlineData("""{"calls":[{"id":"c"}],"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"w","status":"sent"}]}}]}]}""", """{"calls":{"id":"c"}}""")]
    public void Unknown_part_beside_a_known_one_is_kept_as_itself(string body, string kept)
    {
        var parts = Split(body);

        Assert.Equal([InboundKind.Status, InboundKind.Unknown], parts.Select(part => part.Kind).Order());
        Assert.Equal(kept, Encoding.UTF8.GetString(parts.Single(part => part.Kind == InboundKind.Unknown).Body));
    }

    [Theory]
    [InlineData("""{"entry":[{"id":"1","time":5,"changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{},"contacts":[{}],"statuses":[{"id":"w","status":"sent"}],"calls":[],"extra":null}}]}]}""")]
    public void What_only_describes_a_known_part_is_none_itself(string body) => Assert.Equal(InboundKind.Status, Assert.Single(Split(body)).Kind);

    [Theory]
    [InlineData("+16505551234")]
    [InlineData("12ab")]
    [InlineData("12")]
    public void Sender_who_is_neither_a_number_nor_an_id_is_nobody(string from)
    {
        var part = Split(WhatsApp($$$"""{"from":"{{{from}}}","id":"wamid.1","type":"text","text":{"body":"hi"}}""")).Single();

        Assert.Equal((null, "It was sent from something that is no WhatsApp number."), WhatsAppMessage.Read(part.Body));
    }

    [Fact]
    public void Sender_with_an_id_is_known_by_that_whatever_the_number_is()
    {
        var part = Split(WhatsApp("""{"from":"+1650","from_user_id":"IN.13","id":"wamid.1","type":"text","text":{"body":"hi"}}""")).Single();

        Assert.Equal((null, "IN.13"), WhatsAppMessage.Read(part.Body).Message is { } read ? (read.Number, read.UserId) : default);
    }

    [Theory]
    [InlineData("""{"from":"1650555","id":"w","type":"system","system":{"wa_id":"1650556","user_id":"IN.2"}}""", "1650555 1650556 IN.2")]
    [InlineData("""{"from":"1650555","from_user_id":"IN.1","id":"w","type":"text"}""", "1650555 IN.1")]
    [InlineData("""{"from":"1650555","id":"w","type":"system","system":{"\ud800":1,"user_id":"IN.2"}}""", "")]
    public void Message_names_whose_it_is_and_was(string message, string expected) =>
        Assert.Equal(expected, string.Join(' ', WhatsAppParties.Of(Encoding.UTF8.GetBytes($$$"""{"message":{{{message}}}}"""))));

    [Fact]
    public void Address_that_was_filled_in_keeps_its_parts()
    {
        var (message, _) = Read("""
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"address_message","body":"Saved","response_json":"{\"saved_address_id\":\"a1\",\"values\":{\"in_pin_code\":\"400063\",\"building_name\":\"\",\"city\":\"Mumbai\",\"floors\":[{\"n\":3},{\"n\":4}]},\"plans\":[{\"id\":\"7\",\"file_name\":\"plan.pdf\"}]}"}}}
            """);

        Assert.Equal("saved address id: a1\nin pin code: 400063\ncity: Mumbai\nfloors: 3, 4\nplans: plan.pdf", message!.Text);
        Assert.Equal("Mumbai", message.Answers["city"]);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        var part = Assert.Single(Split("""{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"\ud800","from":"1","type":"text","text":{"body":"\ud800"}}]}}]}]}"""));

        Assert.Equal(InboundKind.Unknown, part.Kind);
    }

    [Fact]
    public void Whatever_JSON_comes_is_split_without_a_fault() => Prop.ForAll(Json().ToArbitrary(), json =>
    {
        foreach (var part in Split($$$"""{"entry":[{"changes":[{"field":"messages","value":{{{json}}}},{"field":"leadgen","value":{{{json}}}}]}]}"""))
        {
            if (part.Kind == InboundKind.Message)
                WhatsAppMessage.Read(part.Body);
            if (part.Kind == InboundKind.Status)
                WhatsAppStatus.Read(part.Body);
        }
    }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<InboundEvent> Split(string body) => MetaEnvelope.Split(Encoding.UTF8.GetBytes(body));

    private static (WhatsAppMessage? Message, string? Wrong) Read(string message) =>
        WhatsAppMessage.Read(Split(WhatsApp("""{"from":"971501112233","id":"wamid.1",""" + message.Trim()[1..])).Single().Body);

    private static string WhatsApp(params string[] messages) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"7"},
        "contacts":[{"profile":{"name":"Sheena"},"wa_id":"971501112233"}],"messages":[{{{string.Join(',', messages)}}}]}}]}]}
        """;

    // JSON that is made of the platform's own names, in the wrong places.
    private static Gen<string> Json()
    {
        var names = Gen.Elements(
            "messages", "statuses", "contacts", "errors", "from", "id", "type", "text", "body", "interactive", "nfm_reply", "response_json", "leadgen_id", "status");
        var leaf = Gen.Elements("null", "1", "12345678901234567890", "true", "\"text\"", "\"interactive\"", "\"nfm_reply\"", "\"\"", "\"{\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}");
        Gen<string> Of(int depth) => depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                from items in Gen.ListOf(Of(depth - 1), 3) select $"[{string.Join(',', items)}]",
                from members in Gen.ListOf(from name in names from value in Of(depth - 1) select $"{JsonSerializer.Serialize(name)}:{value}", 4)
                select $"{{{string.Join(',', members)}}}");
        return Of(5);
    }
}
