using System.Text.Json;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Core.Channels;

/// <summary>Who has not written for a day is offered what fits, and what is known of them stands in it already.</summary>
public sealed class TemplateChoiceTests
{
    private static readonly WhatsAppTemplate Still = new("still_looking", "en", "Hello {{1}}, are you still looking for a home in {{2}}?");
    private static readonly WhatsAppTemplate Visit = new("visit_reminder", "en", "Hello {{1}}, a short reminder of our visit on {{2}}.");
    private static readonly WhatsAppTemplate Arabic = new("still_looking", "ar", "مرحبا {{1}}");
    private static readonly WhatsAppTemplate Named = new("price_news", "en", "Dear {{first_name}}, there is a new price for {{unit_name}} in {{area}}, within {{budget}}. {{agent}}");

    [Theory]
    [InlineData("working", "Looking in Whitefield", "still_looking", "en")]
    [InlineData("visit", "Looking in Whitefield", "visit_reminder", "en")]
    [InlineData("working", "أبحث عن شقة", "still_looking", "ar")]
    public void Letters_of_the_person_and_stage_of_the_lead_decide_what_comes_first(string stage, string said, string name, string language)
    {
        foreach (WhatsAppTemplate[] list in (WhatsAppTemplate[][])[[Still, Visit, Arabic], [Arabic, Visit, Still]])
            Assert.Equal((name, language), TemplateChoice.Order(list, Lead(stage, said)) is [var best, ..] ? (best.Name, best.Language) : default);
    }

    [Fact]
    public void What_fits_alike_keeps_its_order()
    {
        WhatsAppTemplate[] alike = [new("b", "en", "Hello"), new("a", "en_US", "Hi"), new("c", "en_GB", "Hey")];

        Assert.Equal(alike, TemplateChoice.Order(alike, Lead("working", "hello")));
    }

    [Fact]
    public void Advertising_comes_last_for_who_refused_it()
    {
        var refused = Lead("working", "hello", """[{"purpose":"marketing","granted":false,"source":"web","words":"","at":"2026-11-22T00:00:00Z"}]""");

        Assert.Equal("a", TemplateChoice.Order([new("b", "en", "Still there?", TemplateCategory.Marketing), new("a", "en", "Hello", TemplateCategory.Utility)], refused)[0].Name);
    }

    [Fact]
    public void Values_are_filled_from_the_lead_and_what_nobody_knows_stays_empty()
    {
        var lead = Lead("working", "hello");

        Assert.Equal(["Asha", "Whitefield"], TemplateChoice.ValuesFor(Still, lead));
        Assert.Equal(["Asha", ""], TemplateChoice.ValuesFor(Visit, lead));
        Assert.Equal(["Asha", "Lake View 2BHK", "Whitefield", "1.5 Cr", ""], TemplateChoice.ValuesFor(Named, lead));
    }

    [Fact]
    public void Template_that_wants_more_than_words_is_left_to_Meta()
    {
        using var page = JsonDocument.Parse("""
            {"data":[
              {"name":"fine","language":"en_US","status":"APPROVED","category":"MARKETING","components":[{"type":"HEADER","format":"TEXT","text":"News"},{"type":"BODY","text":"Hello {{1}}"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"}]}]},
              {"name":"waits","language":"en","status":"PENDING","category":"UTILITY","components":[{"type":"BODY","text":"x"}]},
              {"name":"code","language":"en","status":"APPROVED","category":"AUTHENTICATION","components":[{"type":"BODY","text":"{{1}} is your code"}]},
              {"name":"link","language":"en","status":"APPROVED","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"BUTTONS","buttons":[{"type":"URL","url":"https://x.example/{{1}}"}]}]},
              {"name":"cards","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"BODY","text":"x"},{"type":"CAROUSEL","cards":[]}]},
              {"name":"mixed","language":"en","status":"APPROVED","category":"UTILITY","components":[{"type":"BODY","text":"{{1}} {{name}}"}]},
              7],"paging":{"cursors":{"after":"abc"},"next":"https://graph.facebook.com/"}}
            """);

        var read = MetaTemplates.Read(page.RootElement)!;

        Assert.Equal([new("fine", "en_US", "Hello {{1}}", TemplateCategory.Marketing, true)], read.Items);
        Assert.Equal((4, "abc"), (read.Left, read.After));
    }

    private static LeadDetail Lead(string stage, string said, string consents = "[]") => JsonSerializer.Deserialize($$"""
        {"lead":{"status":"{{stage}}","name":"Asha Rao"},"contact":{"name":"Asha Rao","consents":{{consents}} },"timeline":[],"tasks":[],"ledger":[],
         "facts":[{"field":"areas","display":"Whitefield","value":{} },{"field":"budget","display":"1.5 Cr","value":{} }],
         "qualification":{"topMatches":[{"title":"Lake View 2BHK","area":"Whitefield"}]},
         "transcript":{"items":[{"author":"bot","text":"Hello! مرحبا مرحبا مرحبا"},{"author":"visitor","text":"{{said}}"}] } }
        """, LeadHeatJson.Default.LeadDetail)!;
}
