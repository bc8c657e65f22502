using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;

namespace LeadHeat.Core.Evals;

/// <summary>Makes a case of what a visitor wrote and what a person put right. Contact details in it are made up.</summary>
/// <param name="messages">What the visitor wrote until then.</param>
/// <param name="known">What is known of the lead: whose details to leave out.</param>
public sealed class CaseWriter(string id, Playbook playbook, DateTimeOffset at, IReadOnlyList<string> messages, IReadOnlyList<Fact> known)
{
    private readonly StandIns _standIns = StandIns.Of(known, messages, playbook, at);

    /// <summary>At the end the field should have this value.</summary>
    public JsonElement Expecting(Fact fact)
    {
        var value = fact.Value.Text is { } text && StandIns.Fields.Contains(fact.Field) ? JsonValue.Create(_standIns.Hide(text)) : JsonNode.Parse(PlainValue.Of(fact, playbook.Field(fact.Field)).GetRawText());
        return Write(fact.Field, new JsonObject { ["fields"] = new JsonObject { [fact.Field] = value } });
    }

    /// <summary>No reply should say this again.</summary>
    public JsonElement Forbidding(string reply) => Write("answer", new JsonObject { ["forbidden"] = new JsonArray(_standIns.Hide(reply)) });

    private JsonElement Write(string about, JsonObject expect) => JsonSerializer.SerializeToElement(
        new JsonObject
        {
            ["id"] = id,
            ["about"] = about,
            ["playbook"] = playbook.Name,
            ["referenceDate"] = at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["voice"] = "kept",
            ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create(_standIns.Hide(message)))]),
            ["expect"] = expect,
        },
        Wire.LeadHeatJson.Default.JsonObject);
}
