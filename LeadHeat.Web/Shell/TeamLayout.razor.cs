using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadHeat.Web.Shell;

/// <summary>The frame of every page of the team; leads back to the sign-in when the session is over.</summary>
public sealed partial class TeamLayout : IDisposable
{
    private ErrorBoundary? _boundary;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    [Inject]
    private TeamSession Session { get; init; } = null!;

    protected override void OnInitialized() => Session.Over += SignInAgain;

    public void Dispose() => Session.Over -= SignInAgain;

    private void Recover() => _boundary?.Recover();

    private void SignInAgain() => _ = InvokeAsync(() =>
    {
        if (RendererInfo.IsInteractive)
            Address.NavigateTo($"/sign-in?why=expired&return={Uri.EscapeDataString("/" + Address.ToBaseRelativePath(Address.Uri))}", forceLoad: true);
    });
}
