using System.Text.Json;

namespace LeadHeat.Api.Problems;

/// <summary>Validation speaks of members as C# calls them; callers know them as JSON does: ClientMessageId is clientMessageId.</summary>
internal static class FieldNames
{
    public static void AsInJson(HttpValidationProblemDetails problem) =>
        problem.Errors = problem.Errors.ToDictionary(
            field => Path(field.Key),
            field => field.Value.Select(message => Rename(message, field.Key.Split('.')[^1])).ToArray());

    private static string Path(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    // "The Text field is required.", "The field Text must be a string with …"
    private static string Rename(string message, string member) => message
        .Replace($"The {member} field ", $"The field {member} ", StringComparison.Ordinal)
        .Replace($"The field {member} ", $"'{JsonNamingPolicy.CamelCase.ConvertName(member)}' ", StringComparison.Ordinal);
}
