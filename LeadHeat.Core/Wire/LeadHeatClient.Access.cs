using LeadHeat.Core.Access;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>The second step, with the ticket that the first was refused with.</summary>
    public Task<SignedIn> SignInAsync(SignInCode code, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.SignInCode, code, Json.SignInCode, Json.SignedIn, cancellationToken);

    /// <summary>Ends the sign-in of the caller's token.</summary>
    public Task SignOutAsync(CancellationToken cancellationToken = default) => CallAsync(HttpMethod.Post, Routes.SignOut, cancellationToken);

    /// <summary>Whom an invitation is for.</summary>
    public Task<Invited> OpenInvitationAsync(OpenInvitation open, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Invitation, open, Json.OpenInvitation, Json.Invited, cancellationToken);

    public Task AcceptInvitationAsync(AcceptInvitation accept, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.AcceptInvitation, accept, Json.AcceptInvitation, cancellationToken);

    public Task<Invitation> InviteMemberAsync(InviteMember member, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Invitations, member, Json.InviteMember, Json.Invitation, cancellationToken);

    /// <summary>A new way in for a member who is there already.</summary>
    public async Task<Invitation> InviteMemberAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Member(id) + "/invitation", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.Invitation, cancellationToken).ConfigureAwait(false);
    }

    public Task ChangeMemberAsync(Guid id, ChangeMember change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Patch, Routes.Member(id), change, Json.ChangeMember, cancellationToken);

    public Task SignMemberOutAsync(Guid id, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Delete, Routes.Member(id) + "/sign-ins", cancellationToken);

    /// <summary>Takes away the second factor of a member who lost it.</summary>
    /// <param name="proof">By what the admin knew that it is they who ask; it is written down.</param>
    public Task RemoveSecondFactorAsync(Guid id, IdentityProof proof, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Delete, $"{Routes.Member(id)}/second-factor?proof={Words.Of(proof)}", cancellationToken);

    public Task ChangePasswordAsync(ChangePassword change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.MyPassword, change, Json.ChangePassword, cancellationToken);

    /// <summary>Signs the caller out everywhere.</summary>
    public Task SignOutEverywhereAsync(CancellationToken cancellationToken = default) => CallAsync(HttpMethod.Delete, Routes.MySignIns, cancellationToken);

    /// <summary>The caller's own open sign-ins, the latest used first.</summary>
    public Task<IReadOnlyList<OwnSignIn>> GetOwnSignInsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.MySignIns, Json.IReadOnlyListOwnSignIn, cancellationToken);

    public Task EndOwnSignInAsync(Guid id, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Delete, $"{Routes.MySignIns}/{id}", cancellationToken);

    public Task<NewSecondFactor> BeginSecondFactorAsync(ConfirmPassword confirm, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.MySecondFactor, confirm, Json.ConfirmPassword, Json.NewSecondFactor, cancellationToken);

    public Task<RecoveryCodes> ConfirmSecondFactorAsync(ConfirmSecondFactor confirm, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.MySecondFactor, confirm, Json.ConfirmSecondFactor, Json.RecoveryCodes, cancellationToken);

    public Task RemoveSecondFactorAsync(ConfirmPassword confirm, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.MySecondFactor + "/remove", confirm, Json.ConfirmPassword, cancellationToken);

    public Task<IReadOnlyList<ApiKeyView>> GetApiKeysAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.ApiKeys, Json.IReadOnlyListApiKeyView, cancellationToken);

    public Task<NewApiKey> AddApiKeyAsync(AddApiKey add, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.ApiKeys, add, Json.AddApiKey, Json.NewApiKey, cancellationToken);

    public Task RevokeApiKeyAsync(Guid id, CancellationToken cancellationToken = default) => CallAsync(HttpMethod.Delete, Routes.ApiKey(id), cancellationToken);

    public Task<IReadOnlyList<SalesTeam>> GetSalesTeamsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Teams, Json.IReadOnlyListSalesTeam, cancellationToken);

    /// <summary>A new team, or what this one is from now on.</summary>
    public Task<SalesTeam> SaveTeamAsync(Guid? id, SaveTeam team, CancellationToken cancellationToken = default) => SendAsync(
        id is null ? HttpMethod.Post : HttpMethod.Put, id is null ? Routes.Teams : $"{Routes.Teams}/{id}", team, Json.SaveTeam, Json.SalesTeam, cancellationToken);

    public Task RemoveTeamAsync(Guid id, CancellationToken cancellationToken = default) => CallAsync(HttpMethod.Delete, $"{Routes.Teams}/{id}", cancellationToken);

    /// <summary>Who changed or exported what, newest first; what is null or empty is not asked for.</summary>
    public Task<AuditPage> GetAuditAsync(
        Guid? actor = null, string? action = null, string? subject = null, string? cursor = null, int limit = 50, CancellationToken cancellationToken = default)
    {
        var parts = new (string Name, string? Value)[] { ("actor", actor?.ToString()), ("action", action), ("subject", subject), ("cursor", cursor) };
        return GetAsync(
            $"{Routes.Audit}?limit={limit}" + string.Concat(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"&{part.Name}={Uri.EscapeDataString(part.Value!)}")),
            Json.AuditPage, cancellationToken);
    }

    private async Task CallAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, null, cancellationToken).ConfigureAwait(false);
    }
}
