namespace LeadHeat.Api.Leads;

internal static class LeadFeature
{
    public static void AddLeads(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LeadLists>();
        builder.Services.AddSingleton<LeadDetails>();
        builder.Services.AddSingleton<Judgements>();
        builder.Services.AddScoped<LeadChanges>();
        builder.Services.AddScoped<LeadTasks>();
    }

    public static void MapLeads(this IEndpointRouteBuilder routes)
    {
        routes.MapLeadLists();
        routes.MapLead();
    }
}
