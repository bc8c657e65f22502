using System.Text.Json.Nodes;

namespace LeadHeat.Tests.Api.Contract;

/// <summary>An OpenAPI document as one line for each thing that a caller can rely on: parameters, bodies, answers, members of records.</summary>
internal static class Contract
{
    public static IReadOnlySet<string> LinesOf(JsonNode document)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
                lines.UnionWith(OfOperation($"{method.ToUpperInvariant()} {path}", operation!));
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            lines.UnionWith(OfRecord(name, schema!));
        return lines;
    }

    // GET /api/leads ?limit integer
    // POST /api/agent/turn body SendTurn application/json
    // GET /api/leads 200 LeadPage application/json
    private static IEnumerable<string> OfOperation(string operation, JsonNode described)
    {
        foreach (var parameter in described["parameters"]?.AsArray() ?? [])
            yield return $"{operation} {(Text(parameter!["in"]) == "path" ? "/" : "?")}{parameter["name"]} {TypeOf(parameter["schema"])}"
                + ((bool?)parameter["required"] == true && Text(parameter["in"]) != "path" ? ", required" : "");
        foreach (var (media, body) in described["requestBody"]?["content"]?.AsObject() ?? [])
            yield return $"{operation} body {TypeOf(body!["schema"])} {media}";
        foreach (var (status, response) in described["responses"]!.AsObject())
        {
            var content = response!["content"]?.AsObject();
            if (content is null or { Count: 0 })
                yield return $"{operation} {status}";
            foreach (var (media, body) in content ?? [])
                yield return $"{operation} {status} {TypeOf(body!["schema"])} {media}";
        }
    }

    // LeadRow.score integer:int32|null
    private static IEnumerable<string> OfRecord(string name, JsonNode schema)
    {
        if (schema["properties"] is not JsonObject members)
            return [$"{name} {TypeOf(schema)}"];
        var required = (schema["required"]?.AsArray() ?? []).Select(Text).ToHashSet();
        return members.Select(member => $"{name}.{member.Key} {TypeOf(member.Value)}{(required.Contains(member.Key) ? ", required" : "")}");
    }

    private static string TypeOf(JsonNode? schema)
    {
        if (schema is not JsonObject)
            return "anything";
        if (schema["$ref"] is { } reference)
            return Text(reference).Split('/')[^1];
        if ((schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) is JsonArray several)
            return string.Join('|', several.Select(TypeOf).Order(StringComparer.Ordinal));
        if (schema["enum"] is JsonArray words)
            return $"({string.Join('|', words.Select(word => word?.ToString() ?? "null"))})";

        // "string", or ["null", "string"]
        var types = schema["type"] is JsonArray list ? list.Select(Text).Order(StringComparer.Ordinal).ToList() : [Text(schema["type"])];
        return string.Join('|', types.Select(type => type switch
        {
            "array" => TypeOf(schema["items"]) + "[]",
            "" => "anything",
            _ when type != "null" && schema["format"] is { } format => $"{type}:{format}",
            _ => type,
        }));
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
