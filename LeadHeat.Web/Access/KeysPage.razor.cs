using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Access;

/// <summary>The keys of programs; for admins.</summary>
public sealed partial class KeysPage
{
    private static readonly (KeyScope Scope, string What)[] Scopes =
        [(KeyScope.Read, "Read"), (KeyScope.Intake, "Bring leads in"), (KeyScope.Write, "Change"), (KeyScope.Admin, "Whatever an admin may, except people, keys and the log")];

    private readonly HashSet<KeyScope> _scopes = [KeyScope.Read];
    private NewApiKey? _made;
    private string _name = "";
    private int _days = 90;
    private bool _busy;

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override Task<IReadOnlyList<ApiKeyView>> ReadAsync() => Api.GetApiKeysAsync();

    private void Choose(KeyScope scope, bool chosen)
    {
        if (chosen)
            _scopes.Add(scope);
        else
            _scopes.Remove(scope);
    }

    private Task AddAsync() => RunAsync(async () =>
    {
        _made = await Api.AddApiKeyAsync(new AddApiKey(_name.Trim(), [.. _scopes], _days == 0 ? null : _days));
        _name = "";
    });

    private Task RevokeAsync(ApiKeyView key) => RunAsync(async () =>
    {
        await Api.RevokeApiKeyAsync(key.Id);
        Notices.Say($"The key of {key.Name} is good for nothing any more.");
    });

    private async Task RunAsync(Func<Task> act)
    {
        _busy = true;
        await Notices.TryAsync(act);
        _busy = false;

        await LoadAsync();
    }
}
