using System.Globalization;
using System.Text.Json;

namespace LeadHeat.Worker.Tools;

/// <summary>Checks a model's arguments against a tool's JSON schema, as far as our schemas go, and says what is wrong in words that a model can act on.</summary>
internal static class SchemaCheck
{
    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static string? Fault(JsonElement schema, IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var properties = schema.GetProperty("properties");
        var given = arguments.ToDictionary(argument => argument.Key, argument => argument.Value is JsonElement value ? value : default);
        foreach (var (name, value) in given)
        {
            if (!properties.TryGetProperty(name, out var property))
                return $"There is no argument '{name}'; there are {string.Join(", ", properties.EnumerateObject().Select(known => known.Name))}.";
            if (Fault(property, value, name) is { } fault)
                return fault;
        }

        return Missing(schema, given.ContainsKey, "");
    }

    private static string? Fault(JsonElement schema, JsonElement value, string path)
    {
        if (!IsOfType(schema, value))
            return $"'{path}' must be {TypeOf(schema)}.";
        return value.ValueKind switch
        {
            JsonValueKind.String => OutOfBounds(schema, value.GetString()!.Length, "minLength", "maxLength", path, "characters"),
            JsonValueKind.Number => OutOfBounds(schema, value.GetDouble(), "minimum", "maximum", path, ""),
            JsonValueKind.Array => OutOfBounds(schema, value.GetArrayLength(), "minItems", "maxItems", path, "items") ?? ItemFault(schema, value, path),
            JsonValueKind.Object => ObjectFault(schema, value, path),
            _ => null,
        };
    }

    private static string? ItemFault(JsonElement schema, JsonElement value, string path) => schema.TryGetProperty("items", out var items)
        ? value.EnumerateArray().Select((item, at) => Fault(items, item, $"{path}[{at}]")).FirstOrDefault(fault => fault is not null)
        : null;

    private static string? ObjectFault(JsonElement schema, JsonElement value, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
            return null;
        foreach (var member in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(member.Name, out var property))
                return $"'{path}' has no member '{member.Name}'.";
            if (Fault(property, member.Value, $"{path}.{member.Name}") is { } fault)
                return fault;
        }

        return Missing(schema, name => value.TryGetProperty(name, out _), path + ".");
    }

    private static string? Missing(JsonElement schema, Func<string, bool> isGiven, string prefix) => schema.TryGetProperty("required", out var required)
        ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !isGiven(name)).Select(name => $"'{prefix}{name}' is missing.").FirstOrDefault()
        : null;

    private static string? OutOfBounds(JsonElement schema, double size, string least, string most, string path, string unit)
    {
        if (schema.TryGetProperty(least, out var min) && size < min.GetDouble())
            return $"'{path}' must be at least {min.GetDouble().ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd() + ".";
        return schema.TryGetProperty(most, out var max) && size > max.GetDouble()
            ? $"'{path}' must be at most {max.GetDouble().ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd() + "."
            : null;
    }

    private static bool IsOfType(JsonElement schema, JsonElement value)
    {
        if (!schema.TryGetProperty("type", out var type))
            return true;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => Is(one.GetString()!, value)) : Is(type.GetString()!, value);
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" or "integer" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static string TypeOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types
        ? string.Join(" or ", types.EnumerateArray().Select(type => type.GetString()))
        : schema.GetProperty("type").GetString()!;
}
