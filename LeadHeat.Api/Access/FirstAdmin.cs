using LeadHeat.Api.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Creates the roles, and the admin while there is no user at all; gives that admin another password when one is given from outside, or the one before is lost.</summary>
internal sealed class FirstAdmin(
    LeadsDb db, UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, NewMembers members, IOptions<AccessOptions> options,
    TimeProvider clock)
{
    // Where the hash of the password that was given last is kept, beside the one that holds.
    private const string Provider = "LeadHeat";
    private const string Given = "given password";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[Roles.Admin, Roles.Agent])
            if (!await roles.RoleExistsAsync(name))
                Check(await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = NewId() }));
        if (await db.Users.AnyAsync(cancellationToken))
        {
            await RenewPasswordAsync(options.Value, cancellationToken);
            return;
        }

        if (options.Value is not { AdminEmail: { } email, AdminPassword: { } password })
            throw new InvalidOperationException("There is no user yet: set Access__AdminEmail and Access__AdminPassword for the first admin.");
        var admin = new User { Id = NewId(), Name = "Admin", Email = email, UserName = email, EmailConfirmed = true };
        Check(await users.CreateAsync(admin, password));
        Check(await users.AddToRoleAsync(admin, Roles.Admin));
        await RememberAsync(admin, password);
    }

    private async Task RenewPasswordAsync(AccessOptions given, CancellationToken cancellationToken)
    {
        if (given is not { AdminPasswordIsNew: true, AdminEmail: { } email, AdminPassword: { } password })
            return;
        // Given before, by an earlier start or restart: whoever has changed it since keeps the own one.
        if (await users.FindByEmailAsync(email) is not { } admin || await WasGivenAsync(admin, password))
            return;
        Check(await members.GivePasswordAsync(admin, password, cancellationToken));
        await RememberAsync(admin, password);
    }

    private async Task<bool> WasGivenAsync(User admin, string password) =>
        await users.GetAuthenticationTokenAsync(admin, Provider, Given) is { } given
        && users.PasswordHasher.VerifyHashedPassword(admin, given, password) != PasswordVerificationResult.Failed;

    private async Task RememberAsync(User admin, string password)
    {
        // What is read is not tracked, so one that is there would not be written over.
        Check(await users.RemoveAuthenticationTokenAsync(admin, Provider, Given));
        Check(await users.SetAuthenticationTokenAsync(admin, Provider, Given, users.PasswordHasher.HashPassword(admin, password)));
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("The admin cannot be set up: " + string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
