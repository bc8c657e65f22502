namespace LeadHeat.Api.Leads;

internal static class LeadFeature
{
    public static void AddLeads(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<LeadLists>();

    public static void MapLeads(this IEndpointRouteBuilder routes) => routes.MapLeadLists();
}
