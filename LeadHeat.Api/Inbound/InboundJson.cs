using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Api.Inbound;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class InboundJson : JsonSerializerContext;
