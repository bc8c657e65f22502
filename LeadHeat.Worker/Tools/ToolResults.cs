using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Worker.Tools;

/// <summary>A fact that a model found.</summary>
internal sealed record FoundFact(string Field, string Value, string Quote);

/// <summary>What a tool answers when a call was wrong or could not be done.</summary>
internal sealed record ToolFault(string Error);

/// <summary>The score for a model, with the facts that were not taken and why.</summary>
internal sealed record ScoreAnswer(LeadScoreResult Score, IReadOnlyList<string> KnownNow, IReadOnlyList<string> NotTaken);

/// <summary>A short answer in words.</summary>
internal sealed record ToolNote(string Note);

/// <summary>A result that is JSON already.</summary>
internal sealed record ToolText(string Json);

/// <summary>A tool call that cannot be done; the message says why, to the model.</summary>
internal sealed class ToolException(string message) : Exception(message);

/// <summary>What goes to and comes from a model through tools.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<FoundFact>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(NormalizedBudget))]
[JsonSerializable(typeof(GeoMatch))]
[JsonSerializable(typeof(SearchFinding))]
[JsonSerializable(typeof(KnowledgeFinding))]
[JsonSerializable(typeof(LeadMemories))]
[JsonSerializable(typeof(ScoreAnswer))]
[JsonSerializable(typeof(LeadScoreResult))]
[JsonSerializable(typeof(ToolFault))]
[JsonSerializable(typeof(ToolNote))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    public static string Write(object? result) => result switch
    {
        null => "null",
        ToolText text => text.Json,
        _ => JsonSerializer.Serialize(result, Default.GetTypeInfo(result.GetType()) ?? throw new NotSupportedException(result.GetType().Name)),
    };
}
