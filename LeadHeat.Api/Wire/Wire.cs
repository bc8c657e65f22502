using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Wire;

/// <summary>How requests are read and answers written.</summary>
internal static class Wire
{
    private const int LongestBody = 1024 * 1024;

    public static void AddWire(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
        });
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, LeadHeatJson.Default));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddValidation();
        builder.AddOpenApiDocument();
    }
}
