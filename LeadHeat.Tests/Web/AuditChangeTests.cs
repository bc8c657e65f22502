using System.Text.Json;
using LeadHeat.Core.Access;
using LeadHeat.Web.Access;

namespace LeadHeat.Tests.Web;

public sealed class AuditChangeTests
{
    [Theory]
    [InlineData("""{"role":"agent","disabled":false}""", """{"role":"admin","disabled":false}""", "Role: agent → admin")]
    [InlineData(null, """{"outcome":"unknown"}""", "Whether it was done:  → LeadHeat stopped or failed meanwhile. Look at it.")]
    [InlineData(null, null, "")]
    public void What_is_other_than_before_is_said_in_words(string? before, string? after, string said)
    {
        var row = new AuditRow(Guid.Empty, default, "machine", null, null, "web-forms put", "web-forms", "contact", Json(before), Json(after));

        Assert.Equal(said, string.Join("; ", new AuditChange([], []).Of(row).Select(part => $"{part.Name}: {part.Was} → {part.Now}")));
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonDocument.Parse(text).RootElement;
}
