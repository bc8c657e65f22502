using System.Text.Json;
using LeadHeat.Core.Channels;

namespace LeadHeat.Tests.Core.Channels;

public sealed class WhatsAppTemplateTests
{
    private static readonly WhatsAppTemplate Visit = new("visit_reminder", "en", "Hello {{1}}, shall we still meet at {{2}}? {{1}}, tell me.");

    [Fact]
    public void Words_are_filled_in_wherever_their_number_stands() =>
        Assert.Equal("Hello Asha, shall we still meet at noon? Asha, tell me.", Visit.Fill(["Asha", " noon\n"]));

    [Fact]
    public void Value_that_looks_like_a_variable_is_only_text() =>
        Assert.Equal("Hello {{2}}, shall we still meet at x? {{2}}, tell me.", Visit.Fill(["{{2}}", "x"]));

    [Theory]
    [InlineData("Hello", 0)]
    [InlineData("{{1}} and {{2}}", 2)]
    [InlineData("{{1}} and {{3}}", null)]
    [InlineData("{{0}}", null)]
    [InlineData("{{first_name}}, {{area}}, {{first_name}}", 2)]
    [InlineData("{{first_name}} and {{1}}", null)]
    public void Variables_are_counted_where_none_is_missing(string body, int? count) => Assert.Equal(count, new WhatsAppTemplate("a", "en", body).CountVariables());

    [Fact]
    public void Payload_names_template_language_and_values_in_their_order()
    {
        var id = Guid.NewGuid();

        using var sent = JsonDocument.Parse(WhatsAppPayload.Template(new("919812345678", "IN.13"), id, new("visit_reminder", "en", ["Asha", "ten\n past"])));

        Assert.Equal(
            $$$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"919812345678","biz_opaque_callback_data":"lh:msg:{{{id}}}","type":"template","template":{"name":"visit_reminder","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"Asha"},{"type":"text","text":"ten past"}]}]}}""",
            sent.RootElement.GetRawText());
    }

    [Fact]
    public void Who_has_no_number_is_the_recipient_by_the_id_for_this_business()
    {
        var (id, to) = (Guid.NewGuid(), new WhatsAppReceiver(null, "IN.13"));

        Assert.All((byte[][])[WhatsAppPayload.Template(to, id, new("a", "en", [])), WhatsAppPayload.Of(to, id, "Hello", ["Yes"], []), WhatsAppPayload.Flow(to, id, "Hello", new("f", "", [], "t"))], body =>
        {
            using var sent = JsonDocument.Parse(body);
            Assert.Equal(("IN.13", "individual"), (sent.RootElement.GetProperty("recipient").GetString(), sent.RootElement.GetProperty("recipient_type").GetString()));
            Assert.False(sent.RootElement.TryGetProperty("to", out _));
        });
    }

    [Fact]
    public void Words_and_variables_come_apart_in_their_order()
    {
        Assert.Equal(
            [("Hello ", false), ("1", true), (", ", false), ("2", true), ("!", false)], new WhatsAppTemplate("a", "en", "Hello {{1}}, {{2}}!").Parts());
        Assert.Equal([("first_name", true)], new WhatsAppTemplate("a", "en", "{{first_name}}").Parts());
        Assert.Equal([("No {{ 1 }}", false)], new WhatsAppTemplate("a", "en", "No {{ 1 }}").Parts());
    }
}
