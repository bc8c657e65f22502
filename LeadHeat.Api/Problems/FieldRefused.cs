namespace LeadHeat.Api.Problems;

/// <summary>Input that only turns out to be wrong when it is put to what is stored: 400, by the field's name.</summary>
internal sealed class FieldRefused(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
