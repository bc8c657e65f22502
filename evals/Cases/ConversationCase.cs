using System.Text.Json;

namespace LeadHeat.Evals.Cases;

/// <summary>What a visitor writes, and how the lead should stand at the end.</summary>
/// <param name="Region">Of phone numbers without a country; null for the playbook's.</param>
/// <param name="Start">When the first message comes.</param>
internal sealed record ConversationCase(string Id, string Playbook, string? Region, DateTimeOffset Start, string Voice, IReadOnlyList<string> Messages, JsonElement Expect)
{
    public static ConversationCase Read(JsonElement file) => new(
        file.GetProperty("id").GetString()!,
        file.GetProperty("playbook").GetString()!,
        file.TryGetProperty("defaultRegion", out var region) ? region.GetString() : null,
        new DateTimeOffset(file.GetProperty("referenceDate").GetDateTime(), TimeSpan.Zero).AddHours(10),
        file.GetProperty("voice").GetString()!,
        [.. file.GetProperty("messages").EnumerateArray().Select(message => message.GetString()!)],
        file.GetProperty("expect"));
}
