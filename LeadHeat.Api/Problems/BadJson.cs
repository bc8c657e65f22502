using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Problems;

/// <summary>JSON that does not fit what is expected, told by the fields that callers know.</summary>
internal static partial class BadJson
{
    private static readonly MethodInfo AllWords = typeof(Words).GetMethod(nameof(Words.All))!;

    /// <summary>What is wrong with which field; empty where it is not a field's fault.</summary>
    public static Dictionary<string, string[]> Fields(JsonException wrong)
    {
        if (Missing(wrong.Message) is { Count: > 0 } missing)
            return missing.ToDictionary(field => Under(wrong.Path, field), field => (string[])[$"'{field}' is missing."]);
        if (Unknown(wrong.Message) is var (member, why))
            return new() { [wrong.Path is { Length: > 2 } at && !at.EndsWith(member, StringComparison.Ordinal) ? $"{at[2..]}.{member}" : wrong.Path is { Length: > 2 } whole ? whole[2..] : member] = [why] };
        return wrong.Path is { Length: > 2 } path ? new() { [path[2..]] = [Reason(wrong)] } : [];
    }

    public static string Describe(JsonException wrong)
    {
        if (Missing(wrong.Message) is { Count: > 0 } missing)
            return $"{string.Join(", ", missing.Select(field => $"'{Under(wrong.Path, field)}'"))} {(missing.Count == 1 ? "is" : "are")} missing.";
        if (Unknown(wrong.Message) is var (_, why))
            return why;
        var place = wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine + 1})" : "";
        var member = wrong.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
        return $"The JSON is wrong{member}{place}. {Reason(wrong)}";
    }

    // "Expected depth to be zero … Path: $ | LineNumber: 0 | BytePositionInLine: 13."
    public static string Reason(JsonException wrong) => !wrong.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
        ? wrong.Message.Split(" Path: ", 2)[0].Trim()
        : WordsOf(wrong) is { } words ? $"It has to be one of: {words}." : "The value is of the wrong kind.";

    // "The JSON value could not be converted to LeadHeat.Core.Conversations.Channel. Path: $.channel | …"; or to the record whose member it is.
    private static string? WordsOf(JsonException wrong)
    {
        if (TypeName().Match(wrong.Message) is not { Success: true } found || typeof(Words).Assembly.GetType(found.Value) is not { } type)
            return null;
        var member = type.IsEnum ? type
            : type.GetProperty(wrong.Path!.Split('.')[^1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType;
        var words = member is null ? null : Nullable.GetUnderlyingType(member) ?? member;
        return words is { IsEnum: true } ? string.Join(", ", (IReadOnlyCollection<string>)AllWords.MakeGenericMethod(words).Invoke(null, null)!) : null;
    }

    // "JSON deserialization for type '…' was missing required properties including: 'score', 'reason'."
    private static List<string> Missing(string message) => message.Split("missing required properties including:", 2) is [_, var names]
        ? [.. Quoted().Matches(names).Select(name => name.Groups[1].Value)] : [];

    // "The JSON property 'maxPrice' could not be mapped to any .NET member contained in type 'LeadHeat.Core.Inventory.UnitFilters'."
    private static (string Member, string Why)? Unknown(string message)
    {
        if (!message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) || Quoted().Matches(message) is not [var member, var name, ..])
            return null;
        var known = typeof(Words).Assembly.GetType(name.Groups[1].Value)?.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)) ?? [];
        return (member.Groups[1].Value, $"There is no '{member.Groups[1].Value}' here. Known are: {string.Join(", ", known)}.");
    }

    private static string Under(string? path, string field) => path is { Length: > 2 } ? $"{path[2..]}.{field}" : field;

    [GeneratedRegex(@"LeadHeat\.Core(\.\w+)+(?=[.\],])")]
    private static partial Regex TypeName();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
