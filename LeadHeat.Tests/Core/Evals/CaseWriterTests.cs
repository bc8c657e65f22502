using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Evals;

public sealed class CaseWriterTests
{
    private static readonly string[] Messages = ["Hi, Meera Nair here, 2 BHK in Hebbal", "write to meera.nair@corp.example or +91 99000 11122", "budget 1.2 cr"];

    [Fact]
    public void A_fact_that_was_put_right_becomes_what_is_expected()
    {
        var kept = Writer().Expecting(Put(FactFields.Budget, new(Max: 15_000_000, Unit: "INR")));

        Assert.Equal("""{"budget":{"min":null,"max":15000000,"currency":"INR","period":"total"}}""", kept.GetProperty("expect").GetProperty("fields").GetRawText());
        Assert.Equal(("kept-1", "real-estate", "2026-11-21"), (Text(kept, "id"), Text(kept, "playbook"), Text(kept, "referenceDate")));
        Assert.Equal("budget 1.2 cr", kept.GetProperty("messages")[2].GetString());
    }

    [Fact]
    public void A_wrong_answer_becomes_what_must_not_be_said() =>
        Assert.Equal("We have a helipad, Asha Rao.", Writer().Forbidding("We have a helipad, Meera Nair.").GetProperty("expect").GetProperty("forbidden")[0].GetString());

    [Fact]
    public void Nobodys_contact_details_are_in_a_case()
    {
        var kept = Writer().Expecting(Put(FactFields.Name, new(Text: "Meera Nair"))).GetRawText();

        Assert.DoesNotContain("meera", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("99000", kept, StringComparison.Ordinal);
        Assert.Contains("Hi, Asha Rao here, 2 BHK in Hebbal", kept, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Asha Rao\"", kept, StringComparison.Ordinal);
    }

    private static CaseWriter Writer() => new("kept-1", Shipped.RealEstate, Said.Now, Messages, [Put(FactFields.Name, new(Text: "Meera Nair"))]);

    private static Fact Put(string field, FactValue value) => new(field, value, value.Text ?? "", FactSource.Person, 1, Said.Now, []);

    private static string? Text(System.Text.Json.JsonElement kept, string name) => kept.GetProperty(name).GetString();
}
