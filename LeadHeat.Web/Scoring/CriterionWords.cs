using System.Text.Json.Nodes;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Scoring;

/// <summary>A rule of a scorecard as one salesperson would explain it to another.</summary>
internal static class CriterionWords
{
    public static string Of(JsonObject rule) => CardDraft.Text(rule["rule"]) switch
    {
        "present" => $"{Number(rule, "max")} as soon as we know {Or(rule["fields"])}",
        "one_of" => $"{Field(rule)}: {Values(rule["values"])}",
        "range" => $"{Field(rule)}: {Steps(rule["steps"], Bounds)}",
        "count" => $"{Number(rule, "each")} for each detail: {Or(rule["fields"])}",
        "contact" => $"{Number(rule, "one")} for an e-mail or a number, {Number(rule, "max")} for both",
        "timeline" => $"{Steps(rule["steps"], step => $"within {Counted(step["months"], "month")}")}, {Number(rule, "later")} later, {Number(rule, "none")} with no rush",
        "location" => $"{Number(rule, "max")} for a place where we have something, {Number(rule, "noMatch")} where not, {Number(rule, "cityOnly")} for a city alone",
        "needs" => $"{Steps(rule["parts"], part => Say.Field(CardDraft.Text(part["field"]) ?? "").ToLowerInvariant())}; at most {Number(rule, "noMatch")} while nothing fits",
        "budget" => $"{Number(rule, "max")} for a budget that buys something, {Number(rule, "noMatch")} for one that does not",
        "match_share" => $"How much of {Or(rule["fields"])} the best match has: {Steps(rule["steps"], step => Percent(step["share"]))}",
        "completeness" => $"How much of what we need is known: {Steps(rule["steps"], step => Percent(step["share"]))}",
        "messages" => $"{Number(rule, "each")} for each message",
        "questions" => $"{Number(rule, "each")} for each question they ask",
        "length" => $"{Number(rule, "max")} for messages longer than {Number(rule, "each")} characters",
        "participation" => "As much as they take part in the talk",
        "phase" => $"Where they are: {Values(rule["values"])}",
        "requested" => $"What they asked for: {Values(rule["values"])}",
        "signals" => $"What their messages give away: {Values(rule["values"])}",
        "recency" => $"When they wrote last: {Steps(rule["steps"], step => $"within {Counted(step["days"], "day")}")}",
        "frustration" => $"How annoyed they are: {Steps(rule["steps"], step => $"from {step["from"]} of 10")}",
        "sentiment" => $"Their mood: {Values(rule["values"])}",
        "model_probability" => "As likely as the trained model thinks that they buy",
        _ => "",
    };

    private static string Number(JsonObject rule, string key) => Say.Points(CardDraft.Whole(rule[key]));

    private static string Field(JsonObject rule) => Say.Field(CardDraft.Text(rule["field"]) ?? "");

    private static string Or(JsonNode? fields)
    {
        string[] names = [.. (fields as JsonArray)?.Select(field => Say.Field(CardDraft.Text(field) ?? "").ToLowerInvariant()) ?? []];
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }

    private static string Values(JsonNode? values) => string.Join(", ", (values as JsonObject)?.Select(value => $"{value.Key.Replace('_', ' ')} {Say.Points(CardDraft.Whole(value.Value))}") ?? []);

    private static string Steps(JsonNode? steps, Func<JsonObject, string> say) =>
        string.Join(", ", (steps as JsonArray)?.OfType<JsonObject>().Select(step => $"{Say.Points(CardDraft.Whole(step["points"]))} {say(step)}") ?? []);

    private static string Bounds(JsonObject step) => (step["from"], step["to"]) switch
    {
        ({ } from, { } to) => $"for {from} to {to}",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        _ => "",
    };

    private static string Counted(JsonNode? number, string noun) => number is JsonValue value && value.TryGetValue(out decimal count) && count == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string Percent(JsonNode? share) => share is JsonValue value && value.TryGetValue(out double part)
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"from {part * 100:0} %") : "";
}
