using System.Text;
using System.Text.Json;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Channels;

/// <summary>
/// A message of ours as the Cloud API takes it: quick replies become buttons where they are few and short enough,
/// else a list; units become lines of the text. What is too long for WhatsApp is cut where a word ends.
/// </summary>
public static class WhatsAppPayload
{
    private const int MostButtons = 3;
    private const int LongestButton = 20;
    private const int MostRows = 10;
    private const int LongestRow = 24;
    private const int LongestText = 4096;
    private const int LongestInteractive = 1024;

    /// <summary>The body of the request, UTF-8 JSON.</summary>
    /// <param name="messageId">Ours; WhatsApp gives it back with each report.</param>
    public static byte[] Of(WhatsAppReceiver to, Guid messageId, string text, IReadOnlyList<string> chips, IReadOnlyList<UnitMatch> cards)
    {
        var words = WithCards(text, cards);
        string[] offers = [.. chips.Where(chip => chip.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostRows)];
        var offered = offers.Length > 0 && offers.All(chip => chip.Length <= LongestRow);
        return Write(to, messageId, writer =>
        {
            // An interactive message holds less text: where ours is longer, people answer in words.
            if (offered && words.Length <= LongestInteractive)
                WriteInteractive(writer, words, offers);
            else
                WriteText(writer, words);
        });
    }

    /// <summary>A template's, UTF-8 JSON: sent at any time, and in the words that Meta has approved.</summary>
    public static byte[] Template(WhatsAppReceiver to, Guid messageId, TemplateUse template) => Write(to, messageId, writer =>
    {
        writer.WriteString("type", "template");
        writer.WriteStartObject("template");
        writer.WriteString("name", template.Name);
        writer.WriteStartObject("language");
        writer.WriteString("code", template.Language);
        writer.WriteEndObject();
        if (template.Values.Count > 0)
            WriteValues(writer, template);
        writer.WriteEndObject();
    });

    /// <summary>A message that opens a flow, UTF-8 JSON.</summary>
    public static byte[] Flow(WhatsAppReceiver to, Guid messageId, string text, TemplateUse flow) => Write(to, messageId, writer =>
    {
        writer.WriteString("type", "interactive");
        writer.WriteStartObject("interactive");
        writer.WriteString("type", "flow");
        writer.WriteStartObject("body");
        writer.WriteString("text", Cut(text, LongestInteractive));
        writer.WriteEndObject();
        writer.WriteStartObject("action");
        writer.WriteString("name", "flow");
        writer.WriteStartObject("parameters");
        writer.WriteString("flow_message_version", "3");
        writer.WriteString("flow_name", flow.Name);
        writer.WriteString("flow_token", flow.FlowToken);
        writer.WriteString("flow_cta", "Answer");
        writer.WriteString("flow_action", "data_exchange");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteValues(Utf8JsonWriter writer, TemplateUse template)
    {
        writer.WriteStartArray("components");
        writer.WriteStartObject();
        writer.WriteString("type", "body");
        writer.WriteStartArray("parameters");
        foreach (var (place, value) in template.Values.Index())
        {
            writer.WriteStartObject();
            writer.WriteString("type", "text");
            if (template.Names is { } names)
                writer.WriteString("parameter_name", names[place]);
            writer.WriteString("text", WhatsAppTemplate.Tidy(value));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static byte[] Write(WhatsAppReceiver to, Guid messageId, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("messaging_product", "whatsapp");
            writer.WriteString("recipient_type", "individual");
            // A person's id in the place of a number would be taken for one, and the message be lost without a word.
            if (to.Number is not null)
                writer.WriteString("to", to.Number);
            else
                writer.WriteString("recipient", to.UserId);
            writer.WriteString("biz_opaque_callback_data", WhatsAppStatus.OurPrefix + messageId);
            content(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string words)
    {
        writer.WriteString("type", "text");
        writer.WriteStartObject("text");
        writer.WriteBoolean("preview_url", false);
        writer.WriteString("body", Cut(words, LongestText));
        writer.WriteEndObject();
    }

    private static void WriteInteractive(Utf8JsonWriter writer, string words, string[] offers)
    {
        var asButtons = offers.Length <= MostButtons && offers.All(chip => chip.Length <= LongestButton);
        writer.WriteString("type", "interactive");
        writer.WriteStartObject("interactive");
        writer.WriteString("type", asButtons ? "button" : "list");
        writer.WriteStartObject("body");
        writer.WriteString("text", words);
        writer.WriteEndObject();
        writer.WriteStartObject("action");
        if (asButtons)
        {
            writer.WriteStartArray("buttons");
            for (var i = 0; i < offers.Length; i++)
                WriteButton(writer, i, offers[i]);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("button", "Choose");
            writer.WriteStartArray("sections");
            writer.WriteStartObject();
            writer.WriteStartArray("rows");
            for (var i = 0; i < offers.Length; i++)
                WriteRow(writer, i, offers[i]);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter writer, int place, string title)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "reply");
        writer.WriteStartObject("reply");
        writer.WriteString("id", $"chip-{place}");
        writer.WriteString("title", title);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, int place, string title)
    {
        writer.WriteStartObject();
        writer.WriteString("id", $"chip-{place}");
        writer.WriteString("title", title);
        writer.WriteEndObject();
    }

    private static string WithCards(string text, IReadOnlyList<UnitMatch> cards)
    {
        if (cards.Count == 0)
            return text;
        var words = new StringBuilder(text).Append('\n');
        for (var i = 0; i < cards.Count; i++)
            words.Append('\n').Append(i + 1).Append(". ").Append(cards[i].Title).Append(", ").Append(cards[i].Area).Append(": ")
                .Append(Money.Format(cards[i].Price, cards[i].Currency));
        return words.ToString();
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOf(' ', longest - 2);
        return text[..(end > longest / 2 ? end : longest - 2)] + "…";
    }
}
