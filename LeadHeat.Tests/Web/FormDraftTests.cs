using LeadHeat.Core.Channels;
using LeadHeat.Web.Intake;

namespace LeadHeat.Tests.Web;

public sealed class FormDraftTests
{
    private readonly FormDraft _draft = new(
        new("42", "homes", ["email", "what_is_your_budget?", "favourite_colour"],
            new Dictionary<string, string> { ["email"] = "email", ["what_is_your_budget?"] = "budget", ["favourite_colour"] = "note" }, false, 1, Rows.Now),
        [new("homes", "Homes", [new("email", "E-mail"), new("budget", "Budget")]), new("cafe", "Cafés", [new("email", "E-mail")])]);

    [Fact]
    public void Two_questions_for_one_field_are_both_told_of_each_other()
    {
        Assert.True(_draft.IsRight);

        _draft.Map("favourite_colour", "budget");

        Assert.Contains("What is your budget?", _draft.WrongWith("favourite_colour"), StringComparison.Ordinal);
        Assert.Contains("Favourite colour", _draft.WrongWith("what_is_your_budget?"), StringComparison.Ordinal);
        Assert.False(_draft.IsRight);
    }

    [Fact]
    public void Field_that_another_business_does_not_have_becomes_a_note()
    {
        _draft.ChooseBusiness("cafe");

        var change = _draft.Change();

        Assert.Equal(("cafe", "email", FormMapping.Note), (change.Playbook, change.Mapping["email"], change.Mapping["what_is_your_budget?"]));
    }
}
