using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Every offer of the shipped playbooks has its moment: it is made there, once, and says why.</summary>
public sealed class CoachingTests
{
    public static TheoryData<string, string, string[]> Moments => new()
    {
        { "real-estate", "site_visit", ["hello", "2 bhk in Whitefield under 2 cr", "in 2 months"] },
        { "real-estate", "site_visit_liked", ["2 bhk in Whitefield", "I love the second one"] },
        { "real-estate", "schools_nearby", ["2 bhk apartment in Whitefield under 2 cr, to live in, with parking", "in 2 months", "not yet", "loan approved", "I'm Asha, asha@example.com", "98450 12345", "ok", "ok", "ok", "ok", "ok"] },
        { "real-estate", "comparison", ["2 bhk in Whitefield", "what is the price of the first one?", "how big is the second one?", "is it still available?"] },
        { "real-estate", "brochure", ["2 bhk in Whitefield under 2 cr, lovely!", "in 2 months", "not yet", "loan approved, great!", "I'm Asha, 98450 12345", "it is to live in", "great, thank you!", "ok", "ok", "ok", "ok"] },
        { "real-estate", "callback", ["2 bhk in Whitefield under 2 cr", "in 2 months", "not yet", "loan approved", "I'm Asha, 98450 12345", "it is to live in", "ok", "that's too expensive", "ok", "how do I know this is genuine?"] },
        { "cafe", "site_visit", ["I'm opening a café in 2 months", "120 cups a day", "espresso blend", "the full set-up", "8 lakhs", "I'm Neha, neha@example.com", "98200 98200"] },
        { "cafe", "training", ["I run 2 cafés, our staff can't make good coffee", "in 2 months", "100 cups a day", "barista training", "5 lakhs", "neha@example.com", "98200 98200", "I'm Neha", "not yet", "ok", "ok", "ok"] },
        { "cafe", "maintenance", ["I run 2 cafés, the machine keeps breaking down", "in 2 months", "100 cups a day", "machine service", "5 lakhs", "neha@example.com", "98200 98200", "I'm Neha", "not yet", "ok", "ok", "ok"] },
        { "cafe", "brochure", ["I'm opening a café in 2 months, great!", "120 cups a day", "espresso blend, lovely", "the full set-up", "8 lakhs", "I'm Neha, neha@example.com", "98200 98200", "not yet", "ok", "ok", "ok"] },
        { "cafe", "callback", ["I'm opening a café in 2 months", "120 cups a day", "espresso blend", "the full set-up", "8 lakhs", "I'm Neha, neha@example.com", "98200 98200", "not yet", "ok", "that's too expensive", "ok", "how do I know this is genuine?"] },
        { "b2b", "site_visit", ["we lose leads from our website", "25 people", "in 2 months", "15k dollars a year", "I decide", "maya@acme.example", "I'm Maya from Acme Robotics"] },
        { "b2b", "integrations", ["we lose leads from our website", "25 people", "in 2 months", "15k dollars a year", "I decide", "maya@acme.example", "I'm Maya from Acme Robotics", "Spreadsheets", "not yet", "ok", "ok"] },
        { "b2b", "brochure", ["we lose leads from our website", "25 people", "in 2 months", "15k dollars a year", "my manager decides", "maya@acme.example", "I'm Maya from Acme Robotics", "not yet", "ok", "ok", "ok", "ok"] },
        { "b2b", "callback", ["we lose leads from our website", "25 people", "in 2 months", "15k dollars a year", "I decide", "maya@acme.example", "I'm Maya from Acme Robotics", "not yet", "ok", "that's too expensive", "ok", "how do I know this is genuine?"] },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void An_offer_is_made_at_its_moment_once_and_says_why(string playbook, string offer, string[] lines)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);

        var made = lines.SelectMany(line => room.Say(line).Rules).Where(rule => rule.Name == "coach:" + offer).ToList();

        Assert.Equal(Shipped.Playbooks[playbook].Coaching.Single(rule => rule.Name == offer).Why, Assert.Single(made).Why);
    }

    [Fact]
    public void Every_shipped_offer_is_tested()
    {
        var tested = Moments.Select(row => (Playbook: (string)row[0], Offer: (string)row[1]));

        Assert.Equal(Shipped.Playbooks.All.SelectMany(playbook => playbook.Coaching.Select(rule => (playbook.Name, rule.Name))).Order(), tested.Order());
    }
}
