using LeadHeat.Core.Facts;

namespace LeadHeat.Api.Leads;

/// <summary>What a contact learns from one of its leads. Other leads of the same person may know other things, so only news count.</summary>
internal static class LearnedContact
{
    /// <summary>The field's text when the lead's facts have changed in it, or the contact has none yet; null else.</summary>
    public static string? Of(string field, IReadOnlyList<Fact> before, IReadOnlyList<Fact> now, string? known)
    {
        var text = TextOf(field, now);
        return text is null || text == known || known is not null && text == TextOf(field, before) ? null : text;
    }

    private static string? TextOf(string field, IReadOnlyList<Fact> facts) => facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;
}
