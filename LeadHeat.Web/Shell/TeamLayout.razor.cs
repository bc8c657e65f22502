using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadHeat.Web.Shell;

/// <summary>The frame of every page of the team; leads back to the sign-in when the session is over.</summary>
public sealed partial class TeamLayout : IDisposable
{
    private ErrorBoundary? _boundary;
    private IDisposable? _listening;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    [Inject]
    private TeamSession Session { get; init; } = null!;

    [Inject]
    private LiveFeed Feed { get; init; } = null!;

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    protected override void OnInitialized()
    {
        Session.Over += SignInAgain;
        if (RendererInfo.IsInteractive)
            _listening = Feed.Listen(Hear);
    }

    public void Dispose()
    {
        Session.Over -= SignInAgain;
        _listening?.Dispose();
    }

    // Somebody was signed out, perhaps this reader: a page that nobody touches goes too.
    private void Hear(LiveNews news)
    {
        if (news is { Event.Kind: LiveEventKind.AccessChanged } or { Kind: LiveNewsKind.Reload })
            _ = InvokeAsync(AskAsync);
    }

    private async Task AskAsync()
    {
        try
        {
            await Api.GetMeAsync();
        }
        catch (LeadHeatException refused)
        {
            // A refusal has ended the session; an Api that is away is told of by the page itself.
            Log.NotAsked(Logger, refused.Status);
        }
    }

    private void Recover() => _boundary?.Recover();

    [Inject]
    private ILogger<TeamLayout> Logger { get; init; } = null!;

    private void SignInAgain() => _ = InvokeAsync(() =>
    {
        if (RendererInfo.IsInteractive)
            Address.NavigateTo($"/sign-in?why=expired&return={Uri.EscapeDataString("/" + Address.ToBaseRelativePath(Address.Uri))}", forceLoad: true);
    });

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A page asked whether its reader may still be here: {Status}")]
        public static partial void NotAsked(ILogger logger, System.Net.HttpStatusCode status);
    }
}
