using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Storage;

namespace LeadHeat.Api.Access;

/// <summary>How members come into being, and into their passwords.</summary>
internal sealed class NewMembers(LeadsDb db, UserManager<User> users, SignIns signIns, TimeProvider clock)
{
    private static readonly IdentityError NoInvitation = new() { Code = "Token", Description = "This invitation was used, is too old or never was. Ask your admin for a new one." };

    /// <summary>A member with this password, or one without who is to be invited.</summary>
    public async Task<(IdentityResult Result, User User)> AddAsync(string name, string email, string role, string? password, Actor actor, CancellationToken cancellationToken)
    {
        var user = new User { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name.Trim(), Email = email, UserName = email, EmailConfirmed = true };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var created = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!created.Succeeded)
            return (created, user);
        await users.AddToRoleAsync(user, role);
        await using var batch = transaction.CreateBatch();
        batch.ThenAudit(actor, new("member.added", "user", user.Id) { After = new() { ["role"] = role, ["disabled"] = false } }, clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (created, user);
    }

    /// <summary>The password is set, the invitation used, and whoever was signed in as this member is not any more.</summary>
    public async Task<IdentityResult> AcceptAsync(AcceptInvitation accept, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var use = transaction.CreateBatch();
        use.Then("update invitations set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning user_id",
            Sql.Bytes(Members.Digest(accept.Token)), Sql.Of(clock.GetUtcNow()));
        if (await use.ExecuteScalarAsync(cancellationToken) is not Guid id || await users.FindByIdAsync(id.ToString()) is not { DisabledAt: null } user)
            return IdentityResult.Failed(NoInvitation);
        var set = await SetPasswordAsync(user, accept.Password);
        return set.Succeeded ? await CommitAsync(transaction, user, "invitation.accepted", null, cancellationToken) : set;
    }

    /// <summary>Keeps this sign-in and ends the others.</summary>
    public async Task<IdentityResult> ChangePasswordAsync(User user, string password, Guid signIn, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var set = await SetPasswordAsync(user, password);
        return set.Succeeded ? await CommitAsync(transaction, user, "password.changed", signIn, cancellationToken) : set;
    }

    /// <summary>For whoever runs LeadHeat: a password from outside, in the place of the one that holds. Ends all sign-ins.</summary>
    public async Task<IdentityResult> GivePasswordAsync(User user, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var set = await SetPasswordAsync(user, password);
        return set.Succeeded ? await CommitAsync(transaction, user, "password.given", null, cancellationToken, new Actor(null, "LeadHeat")) : set;
    }

    private async Task<IdentityResult> SetPasswordAsync(User user, string password)
    {
        if (user.PasswordHash is not null && await users.RemovePasswordAsync(user) is { Succeeded: false } kept)
            return kept;
        return await users.AddPasswordAsync(user, password);
    }

    private async Task<IdentityResult> CommitAsync(IDbContextTransaction transaction, User user, string action, Guid? signIn, CancellationToken cancellationToken, Actor? actor = null)
    {
        await using var batch = transaction.CreateBatch();
        signIns.ThenEndAll(batch, user.Id, action, except: signIn).ThenAudit(actor ?? new Actor(user.Id, user.Name), new(action, "user", user.Id), clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signIns.Tell();
        return IdentityResult.Success;
    }
}
