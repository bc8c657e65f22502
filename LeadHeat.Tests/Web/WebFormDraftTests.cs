using LeadHeat.Core.Channels;
using LeadHeat.Web.Intake;

namespace LeadHeat.Tests.Web;

public sealed class WebFormDraftTests
{
    private static readonly FormPlaybook[] s_businesses = [new("homes", "Homes", [new("name", "Name"), new("email", "E-mail"), new("phone", "Phone")])];

    private readonly WebFormDraft _draft = new(null, s_businesses);

    [Theory]
    [InlineData("Book a visit!", "book-a-visit")]
    [InlineData("Contact", "contact-3")]
    [InlineData("संपर्क", "form")]
    public void New_form_is_called_after_its_title_and_never_as_another_one(string title, string name)
    {
        _draft.Title = title;

        Assert.Equal(name, _draft.Form(["contact", "contact-2"]).Name);
    }

    [Fact]
    public void Form_that_is_changed_keeps_its_name_and_those_of_its_fields()
    {
        var before = _draft.Form([]);
        var changed = new WebFormDraft(before, s_businesses) { Title = "Another" };
        changed.Fields[0].Label = "Who are you?";

        var form = changed.Form([before.Name]);

        Assert.Equal(("contact", "Another", "name", "Who are you?"), (form.Name, form.Title, form.Fields[0].Name, form.Fields[0].Label));
    }

    [Fact]
    public void Fields_are_told_apart_whatever_they_are_called_and_an_empty_one_is_none()
    {
        foreach (var label in (string[])["बजट", "इलाका", "Consent", " ", "Your name"])
        {
            _draft.Add();
            _draft.Fields[^1].Label = label;
        }

        Assert.Equal(["name", "email", "phone", "message", "field", "field_2", "field_consent", "your_name"], _draft.Form([]).Fields.Select(field => field.Name));
    }
}
