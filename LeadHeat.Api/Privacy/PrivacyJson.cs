using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Api.Privacy;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
