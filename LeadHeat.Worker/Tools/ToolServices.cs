namespace LeadHeat.Worker.Tools;

internal static class ToolServices
{
    public static void AddTools(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Inventory>();
        builder.Services.AddSingleton<AgentTools>();
        builder.Services.AddSingleton<ToolBox>();
    }
}
