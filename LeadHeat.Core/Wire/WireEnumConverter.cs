using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.Wire;

/// <summary>Writes an enum as a lower-case word, <c>interest_detected</c>, and refuses numbers.</summary>
public sealed class WireEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
