using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>One number for a lead's status, heat, source, and whether somebody owns it, as lead_facet() in Postgres makes it.</summary>
internal static class LeadFacets
{
    public static IReadOnlyList<short> All { get; } = Fitting(new LeadQuery());

    /// <summary>The facets that fit; null when every lead's does.</summary>
    public static IReadOnlyList<short>? Of(LeadQuery query) =>
        Narrows(query.Status) || Narrows(query.Heat) || Narrows(query.Source) || query.Owner == "none" ? Fitting(query) : null;

    public static short Of(LeadStatus status, Heat heat, LeadSource source, bool owned) =>
        (short)((int)status * 1024 + (int)heat * 128 + (int)source * 8 + (owned ? 1 : 0));

    private static IReadOnlyList<short> Fitting(LeadQuery query)
    {
        bool[] owned = query.Owner is null ? [false, true] : [query.Owner != "none"];
        return
        [
            .. from status in Asked(query.Status)
               from heat in Asked(query.Heat)
               from source in Asked(query.Source)
               from owner in owned
               select Of(status, heat, source, owner),
        ];
    }

    private static IEnumerable<T> Asked<T>(IReadOnlyList<T>? words) where T : struct, Enum => words?.Distinct() ?? Enum.GetValues<T>();

    private static bool Narrows<T>(IReadOnlyList<T>? words) where T : struct, Enum => Asked(words).Count() < Enum.GetValues<T>().Length;
}
