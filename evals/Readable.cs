using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Evals;

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class Readable : JsonSerializerContext;
