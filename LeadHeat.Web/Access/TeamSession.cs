using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadHeat.Web.Access;

/// <summary>Who is signed in on this page, and the token they call the Api with, renewed before it ends.</summary>
public sealed class TeamSession(AuthenticationStateProvider authentication, ApiClients clients, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _renewing = new(1, 1);
    private SessionTokens? _tokens;
    private bool _over;

    /// <summary>The session is over: the reader has to sign in again.</summary>
    public event Action? Over;

    /// <summary>Who it is; null before the first call of <see cref="GetMeAsync"/>.</summary>
    public Me? Me { get; private set; }

    public async Task<Me> GetMeAsync()
    {
        await LoadAsync();
        return Me!;
    }

    internal async Task<string?> GetTokenAsync(CancellationToken cancellationToken)
    {
        var tokens = await LoadAsync();
        if (!tokens.EndsSoon(clock.GetUtcNow()) || _over)
            return tokens.Access;
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (_tokens!.EndsSoon(clock.GetUtcNow()))
                _tokens = SessionTokens.From(await clients.ForService().RefreshAsync(new RefreshSignIn(_tokens.Refresh), cancellationToken), clock.GetUtcNow());
        }
        catch (LeadHeatException refused) when ((int)refused.Status is >= 400 and < 500)
        {
            End();
        }
        finally
        {
            _renewing.Release();
        }

        return _tokens!.Access;
    }

    /// <summary>The Api does not take this token any more, whatever its age.</summary>
    internal void Refused(string? token)
    {
        if (token == _tokens?.Access)
            End();
    }

    /// <summary>The reader signs out: the page goes by itself, and must not be told first that the session has ended.</summary>
    internal void Leave() => _over = true;

    public void Dispose() => _renewing.Dispose();

    private async Task<SessionTokens> LoadAsync()
    {
        if (_tokens is not null)
            return _tokens;
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        Me = SignInCookie.ReadMe(user);
        return _tokens = SignInCookie.ReadTokens(user);
    }

    private void End()
    {
        if (_over)
            return;
        _over = true;
        Over?.Invoke();
    }
}
