using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;

namespace LeadHeat.Tests.Core.Channels;

public sealed class WebFormTests
{
    [Fact]
    public void Form_fields_and_json_say_the_same()
    {
        var form = Read(true, "name=Asha+Rao&email=asha%40example.com&areas=Marina&areas=Downtown&beds=2&consent=yes&lh_id=abc")!;
        var json = Read(false, """{"name":"Asha Rao","email":"asha@example.com","areas":["Marina","Downtown"],"beds":2,"consent":"yes","lh_id":"abc"}""")!;

        Assert.Equal(("abc", false, true), (form.Id, form.IsTrapped, form.HasConsent));
        Assert.Equal(["name", "email", "areas", "beds", "consent"], form.Answers.Select(answer => answer.Question));
        Assert.Equal("Marina, Downtown", form.Answers.Single(answer => answer.Question == "areas").Text);
        Assert.Equal(form.ContentHash, json.ContentHash);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("consent=", false)]
    [InlineData("consent=false", false)]
    [InlineData("consent=off", false)]
    [InlineData("consent=on", true)]
    [InlineData("consent=yes", true)]
    public void Consent_is_what_was_ticked(string field, bool given) => Assert.Equal(given, Read(true, "name=A&" + field)!.HasConsent);

    [Fact]
    public void Robot_is_told_by_the_field_that_people_do_not_see()
    {
        Assert.True(Read(true, "name=A&lh_website=http%3A%2F%2Fspam.example")!.IsTrapped);
        Assert.False(Read(true, "name=A&lh_website=")!.IsTrapped);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "[1,2]")]
    [InlineData(false, "{\"name\":")]
    [InlineData(false, "{}")]
    [InlineData(true, "")]
    [InlineData(true, "&&&")]
    public void What_is_no_form_is_none(bool isForm, string body) => Assert.Null(Read(isForm, body));

    [Fact]
    public void Hash_is_of_all_answers_and_of_nothing_else()
    {
        var one = Read(true, "a=1&b=2")!;

        Assert.Equal(one.ContentHash, Read(true, "b=2&a=1")!.ContentHash);
        Assert.NotEqual(one.ContentHash, Read(true, "a=1&b=3")!.ContentHash);
        Assert.NotEqual(Read(true, "a=1&a=2")!.ContentHash, Read(true, "a=1%022")!.ContentHash);
    }

    [Fact]
    public void Event_keeps_the_form_the_page_and_all_answers()
    {
        var delivery = Guid.CreateVersion7();
        Dictionary<string, string> headers = new()
        {
            [WebFormDelivery.AddressHeader] = "/api/forms/contact", ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8", ["Referer"] = "https://www.example.com/",
        };

        var read = WebFormDelivery.Read(delivery, headers, "name=A%20%22quoted%22&lh_id=7"u8.ToArray());
        var opened = WebFormDelivery.Open(read.Body)!;

        Assert.Equal((InboundKind.Lead, "contact:7"), (read.Kind, read.ExternalId));
        Assert.Equal(("contact", "https://www.example.com/"), (opened.Form, opened.Page));
        Assert.Equal("A \"quoted\"", Assert.Single(opened.Entry.Answers).Text);
        Assert.Equal((InboundKind.Unknown, $"contact:{delivery}"), (WebFormDelivery.Read(delivery, headers, ""u8.ToArray()) is var broken ? (broken.Kind, broken.ExternalId) : default));
    }

    [Fact]
    public void What_was_agreed_to_is_what_stood_there_then()
    {
        string? Asked(string? then, string? now)
        {
            Dictionary<string, string> headers = new() { [WebFormDelivery.AddressHeader] = "/api/forms/contact", ["Content-Type"] = "application/x-www-form-urlencoded" };
            if (then is not null)
                headers[WebFormDelivery.ConsentHeader] = then;
            return WebFormDelivery.Open(WebFormDelivery.Read(Guid.NewGuid(), headers, "name=Asha"u8.ToArray()).Body)!.ConsentOr(now);
        }

        Assert.Equal("You may call me.", Asked(then: "You may call me.", now: "You may write to me."));
        Assert.Null(Asked(then: "", now: "You may write to me."));
        Assert.Equal("You may write to me.", Asked(then: null, now: "You may write to me."));
    }

    [Fact]
    public void Html_says_nothing_that_was_not_escaped()
    {
        var form = new WebForm(
            "contact", "Contact", "real-estate", [new("email", "E-mail \"<b>", FactFields.Email, IsRequired: true), new("wish", "Wish", FormMapping.Note)], [],
            Consent: "Call me <script>alert(1)</script>");

        var html = WebFormHtml.Of(form, new Uri("https://api.example.com/api/forms/contact"));

        Assert.Contains("<input type=\"email\" name=\"email\" required>", html, StringComparison.Ordinal);
        Assert.Contains("<textarea name=\"wish\"></textarea>", html, StringComparison.Ordinal);
        Assert.Contains("Call me &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
    }

    private static WebFormEntry? Read(bool isForm, string body) => WebFormEntry.Read(isForm, Encoding.UTF8.GetBytes(body));
}
