using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace LeadHeat.Web;

public sealed partial class App
{
    private readonly string _visit = Guid.NewGuid().ToString("N");

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    /// <summary>Pages that write the cookie, like the sign-in, are plain pages; all others live in a circuit.</summary>
    private IComponentRenderMode? Mode => HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary>Null follows the system.</summary>
    private string? Theme => HttpContext.Request.Cookies["theme"] is ("light" or "dark") and var theme ? theme : null;

    private string? Zone => HttpContext.Request.Cookies["zone"];
}
