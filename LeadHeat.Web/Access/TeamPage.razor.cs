using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>The members of the team, and what admins do with them.</summary>
public sealed partial class TeamPage
{
    private readonly Draft _invite = new();
    private Link? _link;
    private bool _busy;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.AccessChanged };

    protected override Task<IReadOnlyList<TeamMember>> ReadAsync() => Api.GetTeamAsync();

    private Task InviteAsync() => RunAsync(async () =>
    {
        var name = _invite.Name.Trim();
        Show(name, await Api.InviteMemberAsync(new InviteMember(name, _invite.Email.Trim(), _invite.Role)));
        (_invite.Name, _invite.Email) = ("", "");
    });

    private Task RenewAsync(TeamMember member) => RunAsync(async () => Show(member.Name, await Api.InviteMemberAsync(member.Id)));

    private Task SetRoleAsync(TeamMember member, string role) => RunAsync(() => Api.ChangeMemberAsync(member.Id, new ChangeMember(Role: role)), $"{member.Name} is signed out and now has the role {role}.");

    private Task SetDisabledAsync(TeamMember member, bool disabled) => RunAsync(
        () => Api.ChangeMemberAsync(member.Id, new ChangeMember(Disabled: disabled)), disabled ? $"{member.Name} is signed out and cannot come in." : $"{member.Name} may come in again.");

    private Task SignOutAsync(TeamMember member) => RunAsync(() => Api.SignMemberOutAsync(member.Id), $"{member.Name} is signed out everywhere.");

    private Task RemoveFactorAsync(TeamMember member, string proof) => !Words.TryParse<IdentityProof>(proof, out var known)
        ? Task.CompletedTask
        : RunAsync(() => Api.RemoveSecondFactorAsync(member.Id, known), $"{member.Name} signs in with the password alone.");

    private void Show(string name, Invitation invitation) => _link = new(name, $"{Address.BaseUri}join#{invitation.Token}", invitation.ExpiresAt);

    private async Task RunAsync(Func<Task> act, string? done = null)
    {
        _busy = true;
        if (await Notices.TryAsync(act) && done is not null)
            Notices.Say(done);
        _busy = false;

        await LoadAsync();
    }

    private static string StateOf(TeamMember member) =>
        member.Disabled ? "Disabled" : member.Invited ? "Invited" : member.SecondFactor ? "Second factor on" : "Password only";

    private sealed record Link(string Name, string Address, DateTimeOffset Until);

    private sealed class Draft
    {
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Role { get; set; } = "agent";
    }
}
