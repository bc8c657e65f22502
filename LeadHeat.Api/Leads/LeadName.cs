using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>What a lead is called once its facts were put right.</summary>
internal static class LeadName
{
    /// <summary>The name that its facts tell; else the one that the team or another lead of the person knows, and only then none.</summary>
    /// <param name="headline">By its facts as they are now.</param>
    public static string Of(JudgedLead lead, IReadOnlyList<Fact> facts, LeadHeadline headline)
    {
        if (In(facts) is not null)
            return headline.Name;
        // What its form said, read anew, and says no more is no name of the person's.
        var known = In(lead.Facts) is { } dropped
            ? lead.Contact.Name == dropped.Value.Text ? null : lead.Contact.Name
            : LeadHeadline.IsNameless(lead.Called) ? null : lead.Called;
        return known ?? Nameless(lead.Source, headline);
    }

    /// <summary>What it is called as long as nobody knows a name.</summary>
    public static string Nameless(LeadSource source, LeadHeadline headline) =>
        source is LeadSource.LeadAds or LeadSource.WebForm ? LeadHeadline.NamelessForm : headline.Name;

    public static Fact? In(IReadOnlyList<Fact> facts) => facts.FirstOrDefault(fact => fact.Field == FactFields.Name && !fact.Value.IsEmpty);
}
