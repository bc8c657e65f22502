using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>What members do with their own account: password, second factor, sign-ins.</summary>
public sealed partial class AccountPage
{
    /// <summary>Where the page stands.</summary>
    internal const string Address = "/account";

    private readonly Passwords _password = new();
    private Me? _me;
    private IReadOnlyList<OwnSignIn> _signIns = [];
    private NewSecondFactor? _begun;
    private IReadOnlyList<string>? _codes;
    private string _confirm = "";
    private string _code = "";
    private bool _busy;

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    protected override Task OnInitializedAsync() => RunAsync(LoadAsync);

    private async Task LoadAsync()
    {
        _signIns = await Api.GetOwnSignInsAsync();
        _me = await Api.GetMeAsync();
    }

    private Task EndAsync(Guid signIn) => RunAsync(async () =>
    {
        await Api.EndOwnSignInAsync(signIn);
        await LoadAsync();
    });

    private Task ChangePasswordAsync() => RunAsync(async () =>
    {
        await Api.ChangePasswordAsync(new ChangePassword(_password.Current, _password.New));
        (_password.Current, _password.New) = ("", "");
        Notices.Say("Your password is changed.");
    });

    private Task BeginAsync() => RunAsync(async () =>
    {
        _begun = await Api.BeginSecondFactorAsync(new ConfirmPassword(_confirm));
        _confirm = "";
    });

    private Task ConfirmAsync() => RunAsync(async () =>
    {
        _codes = (await Api.ConfirmSecondFactorAsync(new ConfirmSecondFactor(_code.Trim()))).Codes;
        (_begun, _code) = (null, "");
        await LoadAsync();
    });

    private Task RemoveAsync() => RunAsync(async () =>
    {
        await Api.RemoveSecondFactorAsync(new ConfirmPassword(_confirm));
        _confirm = "";
        await LoadAsync();
        Notices.Say("The second factor is off.");
    });

    // The session ends with the next call, and the frame leads to the sign-in.
    private Task SignOutAsync() => RunAsync(() => Api.SignOutEverywhereAsync());

    private async Task RunAsync(Func<Task> act)
    {
        _busy = true;
        await Notices.TryAsync(act);
        _busy = false;
    }

    private sealed class Passwords
    {
        public string Current { get; set; } = "";
        public string New { get; set; } = "";
    }
}
