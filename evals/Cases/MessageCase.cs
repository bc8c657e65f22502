using System.Text.Json;
using LeadHeat.Core.Playground;

namespace LeadHeat.Evals.Cases;

/// <summary>A message and what it says, as <c>README.md</c> describes it.</summary>
/// <param name="Expect">Only what it lists is compared.</param>
internal sealed record MessageCase(string Id, UnderstandRequest Request, string Voice, JsonElement Expect)
{
    public string Text => Request.Text!;

    public static MessageCase Read(JsonElement line) => new(
        line.GetProperty("id").GetString()!,
        new(
            line.GetProperty("text").GetString(), null, line.GetProperty("playbook").GetString(), line.GetProperty("referenceDate").GetString(),
            line.TryGetProperty("defaultRegion", out var region) ? region.GetString() : null,
            line.TryGetProperty("context", out var context) ? context.GetString() : null),
        line.GetProperty("voice").GetString()!,
        line.GetProperty("expect"));
}
