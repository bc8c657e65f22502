using System.Text.Json;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Uploads;

/// <summary>What people choose for a file's columns.</summary>
internal static class ChosenMapping
{
    private const string Field = "mapping";

    /// <summary>
    /// Reads the choice in any of the forms that callers write it in: with all that can be chosen, as the list of columns alone, or as
    /// an object of fields by column.
    /// </summary>
    /// <exception cref="BadHttpRequestException">It is none of them.</exception>
    public static MapUpload Read(JsonElement body)
    {
        try
        {
            if (body.ValueKind == JsonValueKind.Array)
                return new(Columns(body));
            if (body.ValueKind != JsonValueKind.Object)
                throw new FieldRefused(Field, "Send an object with the mapping.");
            if (!body.TryGetProperty(Field, out var mapping))
                return body.EnumerateObject().All(IsChoice) ? new(Columns(body)) : body.Deserialize(LeadHeatJson.Default.MapUpload)!;
            var rest = body.EnumerateObject().Where(member => member.Name != Field).ToDictionary(member => member.Name, member => member.Value);
            var change = JsonSerializer.SerializeToElement(rest, LeadHeatJson.Default.DictionaryStringJsonElement).Deserialize(LeadHeatJson.Default.MapUpload)!;
            return change with { Mapping = mapping.ValueKind == JsonValueKind.Null ? null : Columns(mapping) };
        }
        // The latter is what half a character brings ("\ud800").
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException(wrong.Message, wrong);
        }
    }

    /// <summary>The columns with what was chosen for them.</summary>
    public static IReadOnlyList<ColumnMapping> Of(IReadOnlyList<ColumnMapping> before, IReadOnlyList<ColumnChoice> choices, Playbook playbook)
    {
        var fields = UploadFields.Of(playbook).ToDictionary(field => UploadKey(field.Name));
        var after = before.ToArray();
        foreach (var choice in choices)
        {
            var place = Array.FindIndex(after, column => string.Equals(column.Column, choice.Column, StringComparison.OrdinalIgnoreCase));
            if (place < 0)
                throw new FieldRefused(Field, $"The file has no column '{choice.Column}'.");
            UploadField? field = null;
            if (!string.IsNullOrEmpty(choice.Field) && !fields.TryGetValue(UploadKey(choice.Field), out field))
                throw new FieldRefused(Field, $"There is no field '{choice.Field}'. There are: {string.Join(", ", fields.Values.Select(known => known.Name))}.");
            after[place] = after[place] with
            {
                Field = field?.Name, Confidence = 1, Problem = null, Days = field?.Kind == CellKind.Time ? choice.Days ?? after[place].Days ?? DayOrder.DayFirst : null,
            };
        }
        return after;
    }

    /// <exception cref="FieldRefused">The mapping cannot be imported with.</exception>
    public static void Check(IReadOnlyList<ColumnMapping> mapping)
    {
        var used = mapping.Where(column => column.Field is not (null or UploadFields.Ignored)).GroupBy(column => column.Field).ToList();
        if (used.Count == 0)
            throw new FieldRefused(Field, "Every column is left out: say what at least one of them is.");
        if (used.FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FieldRefused(Field, $"Two columns are '{twice.Key}': {string.Join(", ", twice.Select(column => column.Column))}. Choose one.");
    }

    private static bool IsChoice(JsonProperty member) =>
        member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null && member.Name is not ("playbook" or "onDuplicate" or "delimiter" or "encoding" or "start");

    private static IReadOnlyList<ColumnChoice> Columns(JsonElement mapping) => mapping.ValueKind == JsonValueKind.Object
        ? [.. mapping.EnumerateObject().Select(member => new ColumnChoice(member.Name, member.Value.GetString()))]
        : mapping.Deserialize(LeadHeatJson.Default.IReadOnlyListColumnChoice)!;

    private static string UploadKey(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
