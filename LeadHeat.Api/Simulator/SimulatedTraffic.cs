using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Simulator;

/// <summary>A delivery of Meta's.</summary>
/// <param name="Events">How many messages or forms are in it.</param>
internal sealed record SimulatedDelivery(InboundChannel Channel, byte[] Body, int Events);

/// <summary>
/// What Meta would deliver: many people write at once, press buttons, send pictures and plans, come from an ad or fill in a flow; every fifth thing is a form; some come late, some come twice.
/// </summary>
internal static class SimulatedTraffic
{
    public const string PhoneNumberId = "106540352242922";
    public const string AccountId = "153125381133";

    private const int LongestDelay = 20;
    private const int FlowEvery = 6;
    private const int PictureEvery = 9;
    private const int AdEvery = 4;
    private const int PlanEvery = 5;
    private const int LongestButton = 20;
    private const string Plan = "our-flat.pdf";

    /// <param name="flowToken">Of flows that are opened from an ad, by anybody.</param>
    public static IReadOnlyList<SimulatedDelivery> Of(SimulatorRun run, string flowToken, DateTimeOffset now)
    {
        var dice = Dice.For($"traffic {run.Seed}");
        List<(InboundChannel Channel, JsonObject Change)> events = [.. Events(run, flowToken, now)];
        Reorder(events, run.Reordered, dice);
        Repeat(events, run.Duplicates, dice);
        return [.. events.GroupBy(item => item.Channel).SelectMany(channel => channel.Chunk(run.Batch).Select((batch, place) => (batch, place)))
            .OrderBy(item => item.place)
            .Select(item => new SimulatedDelivery(item.batch[0].Channel, Envelope(item.batch[0].Channel, item.batch.Select(each => each.Change), now), item.batch.Length))];
    }

    private static IEnumerable<(InboundChannel Channel, JsonObject Change)> Events(SimulatorRun run, string flowToken, DateTimeOffset now)
    {
        var (forms, messages) = (FormsOf(run), run.Count - FormsOf(run));
        List<JsonObject> written = [];
        for (var writer = 0; written.Count < messages; writer++)
            written.AddRange(writer % FlowEvery == FlowEvery - 1 ? [Flow(run.Seed, writer, flowToken, now)] : Talk(run, writer, now));
        // Everybody's first message, then everybody's second: their talks run side by side.
        JsonObject[] said = [.. written.Take(messages).GroupBy(message => message["value"]!["contacts"]![0]!["wa_id"]!.ToString())
            .SelectMany(ofOne => ofOne.Select((message, place) => (message, place))).OrderBy(item => item.place).Select(item => item.message)];
        for (var i = 0; i < Math.Max(forms, said.Length); i++)
        {
            if (i < said.Length)
                yield return (InboundChannel.Whatsapp, said[i]);
            if (i < forms && !IsLost(run, i))
                yield return (InboundChannel.LeadAds, Form(SimulatedPeople.FormLead(run.Seed, i), now));
        }
    }

    /// <summary>How many forms people fill in.</summary>
    public static int FormsOf(SimulatorRun run) => run.Count / 5;

    private static bool IsLost(SimulatorRun run, int form) => Dice.For($"lost {run.Seed} {form}").Percent(run.Lost);

    private static IEnumerable<JsonObject> Talk(SimulatorRun run, int number, DateTimeOffset now)
    {
        var (writer, oddity) = (SimulatedPeople.Writer(run.Seed, number), SimulatedOddities.OfWriter(run, number));
        string[] lines = number % PlanEvery == 0 ? [.. writer.Lines, Plan] : [.. writer.Lines];
        return lines.Select((line, place) =>
        {
            var message = new JsonObject { ["from"] = writer.Phone, ["id"] = $"wamid.sim.{run.Seed}.{number}.{place}", ["timestamp"] = Seconds(oddity.IsLate ? now - SimulatedOddities.Late : now) };
            if (place == 0 && oddity.IsUnknown)
                SimulatedOddities.Invite(message);
            else if (place > 0 && line == Plan)
                (message["type"], message["document"]) = ("document", new JsonObject { ["id"] = $"{SimulatedFiles.Plan}{number}", ["mime_type"] = "application/pdf", ["filename"] = Plan });
            else
                Say(message, line, place, number);
            return Message(writer.Phone, writer.Name, message);
        });
    }

    // Short answers are buttons that were pressed, some lines stand under a picture, and some people come from an ad.
    private static void Say(JsonObject message, string line, int place, int number)
    {
        if (place > 0 && line.Length <= LongestButton)
            (message["type"], message["interactive"]) = ("interactive", new JsonObject { ["type"] = "button_reply", ["button_reply"] = new JsonObject { ["id"] = $"chip-{place}", ["title"] = line } });
        else if (place > 0 && (number + place) % PictureEvery == 0)
            (message["type"], message["image"]) = ("image", new JsonObject { ["id"] = $"{SimulatedFiles.Picture}{number}{place}", ["mime_type"] = "image/png", ["caption"] = line });
        else
            (message["type"], message["text"]) = ("text", new JsonObject { ["body"] = line });
        if (place == 0 && number % AdEvery == 0)
            message["referral"] = new JsonObject { ["source_type"] = "ad", ["source_id"] = "12312312312", ["source_url"] = "https://fb.me/monsoon", ["headline"] = "Monsoon homes", ["ctwa_clid"] = $"click-{number}" };
    }

    private static JsonObject Flow(int seed, int number, string token, DateTimeOffset now)
    {
        var writer = SimulatedPeople.Writer(seed, number);
        JsonObject answers = new() { ["flow_token"] = token };
        foreach (var (field, answer) in SimulatedPeople.FlowAnswers(seed, number))
            answers[field] = answer;
        return Message(writer.Phone, writer.Name, Filled(writer.Phone, $"wamid.sim.{seed}.{number}.0", answers, now));
    }

    /// <summary>A flow that somebody has filled in.</summary>
    public static JsonObject Filled(string who, string id, JsonObject answers, DateTimeOffset now) => new()
    {
        [SenderOf(who)] = who, ["id"] = id, ["timestamp"] = Seconds(now), ["type"] = "interactive",
        ["interactive"] = new JsonObject
        {
            ["type"] = "nfm_reply", ["nfm_reply"] = new JsonObject { ["name"] = "flow", ["body"] = "Sent", ["response_json"] = answers.ToJsonString() },
        },
    };

    /// <param name="name">Null: WhatsApp tells the name elsewhere.</param>
    public static JsonObject Message(string who, string? name, JsonObject message)
    {
        JsonObject contact = new() { [IsNumber(who) ? "wa_id" : "user_id"] = who };
        if (name is not null)
            contact["profile"] = new JsonObject { ["name"] = name };
        return Change("messages", new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = "15550783881", ["phone_number_id"] = PhoneNumberId },
            ["contacts"] = new JsonArray(contact),
            ["messages"] = new JsonArray(message),
        });
    }

    /// <summary>Where a message says who sent it: some show no number, and have an id for this business.</summary>
    public static string SenderOf(string who) => IsNumber(who) ? "from" : "from_user_id";

    private static bool IsNumber(string who) => who.All(char.IsAsciiDigit);

    private static JsonObject Form(string id, DateTimeOffset now) => Change("leadgen", new JsonObject
    {
        ["leadgen_id"] = id, ["page_id"] = "153125381133", ["form_id"] = SimulatedPeople.Form(id).FormId, ["ad_id"] = "12312312312",
        ["created_time"] = now.ToUnixTimeSeconds(),
    });

    public static byte[] Envelope(InboundChannel channel, IEnumerable<JsonObject> changes, DateTimeOffset now) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["object"] = channel == InboundChannel.Whatsapp ? "whatsapp_business_account" : "page",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = AccountId, ["time"] = now.ToUnixTimeSeconds(), ["changes"] = new JsonArray([.. changes.Select(change => change.DeepClone())]),
        }),
    }.ToJsonString());

    public static JsonObject Change(string field, JsonObject value) => new() { ["field"] = field, ["value"] = value };

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static void Reorder<T>(List<T> events, int percent, Dice dice)
    {
        for (var i = 0; i < events.Count - 1; i++)
        {
            if (!dice.Percent(percent))
                continue;
            var late = events[i];
            events.RemoveAt(i);
            events.Insert(Math.Min(events.Count, i + dice.Between(1, LongestDelay)), late);
        }
    }

    private static void Repeat<T>(List<T> events, int percent, Dice dice)
    {
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if (dice.Percent(percent))
                events.Insert(Math.Min(events.Count, i + dice.Between(1, LongestDelay)), events[i]);
        }
    }
}
